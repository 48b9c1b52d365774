import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  DEFAULT_PREFERENCES,
  createPreferences,
  keepingIn,
  schemeOf,
} from '../../../src/renderer/preferences/index.ts'

it('takes over what was kept, and the default for what makes no sense', () => {
  const kept = { language: 'zh', theme: 'pink', density: 7, scheme: 'cb', sounds: false, more: 1 }
  expect(createPreferences(kept).getState()).toEqual({
    ...DEFAULT_PREFERENCES,
    language: 'zh',
    scheme: 'cb',
    sounds: false,
  })
})

it('is made of anything whatever', () => {
  fc.assert(
    fc.property(fc.anything(), (kept) => {
      const made = createPreferences(kept).getState()
      expect(Object.keys(made).toSorted()).toEqual(Object.keys(DEFAULT_PREFERENCES).toSorted())
    }),
  )
})

it('has red for up with Chinese and green with English, unless somebody chose', () => {
  expect([
    schemeOf({ ...DEFAULT_PREFERENCES, language: 'zh' }),
    schemeOf({ ...DEFAULT_PREFERENCES, language: 'en' }),
    schemeOf({ ...DEFAULT_PREFERENCES, language: 'zh', scheme: 'intl' }),
  ]).toEqual(['cn', 'intl', 'intl'])
})

/** A browser's storage as far as it is used. */
function storage(contents: Record<string, string>, full = false): Storage {
  return {
    getItem: (name: string) => contents[name] ?? null,
    setItem: (name: string, value: string) => {
      if (full) throw new Error('QuotaExceededError')
      contents[name] = value
    },
  } as unknown as Storage
}

it('keeps values under a name of its own, and reads them again', () => {
  const contents: Record<string, string> = {}
  const keeping = keepingIn(storage(contents))
  expect([keeping.keep('layout', { a: 1 }), keeping.read('layout'), contents]).toEqual([
    true,
    { a: 1 },
    { 'ghtrader.layout': '{"a":1}' },
  ])
})

it('reads what could not be kept as long as the page lives, unless another window kept something', () => {
  const contents: Record<string, string> = { 'ghtrader.layout': '1' }
  const full = keepingIn(storage(contents, true))
  const forbidden = keepingIn(undefined)
  expect([full.keep('layout', 2), forbidden.keep('layout', 2)]).toEqual([false, false])
  expect([full.read('layout'), forbidden.read('layout')]).toEqual([2, 2])
  contents['ghtrader.layout'] = '3'
  forbidden.forget('layout')
  expect([full.read('layout'), forbidden.read('layout')]).toEqual([3, undefined])
})

it('says so when nothing can be kept, and reads nothing from what is broken', () => {
  expect([
    keepingIn(storage({}, true)).keep('layout', 1),
    keepingIn(undefined).keep('layout', 1),
    keepingIn(undefined).read('layout'),
    keepingIn(storage({ 'ghtrader.layout': '{broken' })).read('layout'),
  ]).toEqual([false, false, undefined, undefined])
})
