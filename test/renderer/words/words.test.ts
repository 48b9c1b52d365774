import { expect, it } from 'vitest'
import { TEXTS, translator } from '../../../src/renderer/words/index.ts'
import type { Word } from '../../../src/renderer/words/index.ts'

const words = Object.keys(TEXTS.en) as Word[]
const places = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').toSorted()

it('has every word in both languages, and none empty', () => {
  expect(
    words.filter((word) => TEXTS.en[word].trim() === '' || TEXTS.zh[word].trim() === ''),
  ).toEqual([])
})

it('has the same values in both languages', () => {
  const different = words.filter(
    (word) => String(places(TEXTS.en[word])) !== String(places(TEXTS.zh[word])),
  )
  expect(different).toEqual([])
})

/** Names are alike in all languages: of programs, formats, and of each language in itself. */
const NAMES = /Electron|Lightweight|English|ONNX|Node/

it('has Chinese that is Chinese: what is alike in both is a name, a key or a sign', () => {
  const alike = words.filter((word) => TEXTS.en[word] === TEXTS.zh[word])
  const said = alike.map((word) => TEXTS.en[word].replace(/\{\w+\}/g, ''))
  expect(said.filter((text) => /[a-z]{4}/.test(text) && !NAMES.test(text))).toEqual([])
})

it('puts values where a text names them, and leaves what nobody gave', () => {
  const t = translator('en')
  expect([
    t('panel.gap', { count: 3 }),
    t('panel.loading', { what: 'quotes' }),
    t('panel.next', { seconds: 0 }),
  ]).toEqual(['3 missed', 'Waiting for quotes, {age}', 'retry in 0 s'])
})
