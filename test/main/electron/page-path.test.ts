import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { pagePath } from '../../../src/main/electron/page-path.ts'

const root = resolve('page')

it('finds the files of the page', () => {
  expect([
    pagePath(root, 'app://workstation/'),
    pagePath(root, 'app://workstation/assets/a%20b.js?v=1#x'),
  ]).toEqual([join(root, 'index.html'), join(root, 'assets/a b.js')])
})

it.each([
  'app://workstation/..%2f..%2fsecret.txt',
  'app://workstation/%2e%2e/%2e%2e%2fsecret.txt',
  'app://workstation/..%5csecret.txt',
  'app://workstation/a%00.js',
  'app://workstation/%',
  'app://elsewhere/index.html',
  'https://workstation/index.html',
  'no address',
])('knows no file for %s', (address) => {
  expect(pagePath(root, address)).toBeUndefined()
})
