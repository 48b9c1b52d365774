import { expect, it } from 'vitest'
import { viewsOf } from '../../../scripts/conventions/views.ts'

it('parts code, strings and comments, each at its place', () => {
  const text = "a('b') // c\n/* d\n */ e(`f${g({ h: 'i' })}j`)"
  expect(viewsOf({ path: 'x.ts', text })).toEqual({
    code: "a(' ')     \n    \n    e(` ${g({ h: ' ' })} `)",
    text: "a('b')     \n    \n    e(`f${g({ h: 'i' })}j`)",
    comments: '       // c\n/* d\n */                        ',
  })
})

it.each([
  ['const a = /\'"`/.test(b) // c', 'a regular expression with quotes in it'],
  ['const a = b / 2 // c', 'a division'],
  ['const a = /[/]/ // c', 'a slash inside a class'],
  ["const a = 'it\\'s' // c", 'an escaped quote'],
])('finds the comment behind %s, %s', (text) => {
  expect(viewsOf({ path: 'x.ts', text }).comments.trim()).toBe('// c')
})
