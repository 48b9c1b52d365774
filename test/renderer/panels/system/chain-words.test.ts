import { expect, it } from 'vitest'
import { chainStanding } from '../../../../src/core/desk/chain-standing.ts'
import type { Micros } from '../../../../src/core/domain/index.ts'
import type { Replica } from '../../../../src/core/replica/index.ts'
import { createSource, fallsSilent, follows, hears } from '../../../../src/core/replica/index.ts'
import { SEAL_VERDICTS } from '../../../../src/core/seals/index.ts'
import { chainWords } from '../../../../src/renderer/panels/system/chain-words.ts'
import { translator } from '../../../../src/renderer/words/index.ts'
import { beatAt } from '../../desk/desk-rig.ts'

const NOW = 1_000_000 as Micros
/** 12:03:05 in the exchanges' zone. */
const SEALED = { 'seals.records': 1_234, 'seals.at_us': (4 * 3600 + 185) * 1_000_000 }

function history(figures: Readonly<Record<string, number>>) {
  const source = createSource({ name: 'history', worker: 'history' }, NOW)
  follows(source, 1, NOW)
  hears(source, { ...beatAt(NOW), figures }, NOW)
  return source
}

function standing(...sources: readonly ReturnType<typeof history>[]) {
  const named = new Map(sources.map((source) => [source.standing.name, source]))
  return chainStanding({ sources: named } as unknown as Replica)
}

function shown(
  verdict: (typeof SEAL_VERDICTS)[number],
  figures: Readonly<Record<string, number>> = {},
  language: 'en' | 'zh' = 'en',
): string {
  const told = { ...SEALED, 'seals.verdict': SEAL_VERDICTS.indexOf(verdict), ...figures }
  const { fault, words, tone } = chainWords(standing(history(told)), translator(language))
  return [fault, words, tone].join('|')
}

it('says that the chain is intact, up to where and when, in plain', () => {
  expect(shown('intact')).toBe('|chain intact · 1,234 sealed · 12:03:05|plain')
  expect(shown('intact', {}, 'zh')).toBe('|哈希链完整 · 已封存 1,234 条 · 12:03:05|plain')
})

it('is amber once nothing was sealed for over five seconds', () => {
  expect(shown('intact', { 'seals.failing_ms': 5_000 })).toMatch(/05\|plain$/)
  expect(shown('intact', { 'seals.failing_ms': 12_000 })).toBe(
    '|chain intact · 1,234 sealed · 12:03:05 · not sealed for 12s|warn',
  )
})

it('has a word for a chain that does not hold, and says where', () => {
  const where = { 'seals.after': 999, 'seals.until': 1_040 }
  expect(shown('broken', where)).toBe(
    'chain broken|changed within records 1,000 to 1,040 · 1,234 sealed · 12:03:05|plain',
  )
  expect(shown('lost', where)).toBe(
    'records lost|ends at record 999, 1,040 were sealed · 1,234 sealed · 12:03:05|plain',
  )
  expect(shown('unreadable', where)).toBe(
    'seals unreadable|seals vouch for nothing behind record 999 · 1,234 sealed · 12:03:05|plain',
  )
})

it('claims nothing while seals are checked, or before there are any', () => {
  expect(shown('checking')).toBe('|seals are being checked · 1,234 hold|plain')
  expect(shown('none', { 'seals.records': 0 })).toBe('|nothing sealed yet|plain')
})

it('is one grey sentence where no history seals, or none told of it', () => {
  const t = translator('en')
  expect(chainWords(standing(), t)).toEqual({
    fault: '',
    words: 'not sealed: history is off',
    tone: 'grey',
  })
  const source = createSource({ name: 'history', worker: 'history' }, NOW)
  expect(chainWords(standing(source), t)).toMatchObject({ tone: 'grey' })
})

it('knows since when it is old', () => {
  const source = history(SEALED)
  expect(standing(source).oldSince).toBeNaN()
  fallsSilent(source, 9_000_000 as Micros, 1_000_000)
  expect(standing(source)).toMatchObject({ records: 1_234, oldSince: NOW })
})
