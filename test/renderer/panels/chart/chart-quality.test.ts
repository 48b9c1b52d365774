import { describe, expect, it } from 'vitest'
import { failure } from '../../../../src/core/contracts/index.ts'
import type { Gap } from '../../../../src/core/desk/chart-gaps.ts'
import { qualityOf } from '../../../../src/core/desk/chart-quality.ts'
import { qualityTexts, qualityTitle } from '../../../../src/renderer/panels/chart/quality-words.ts'
import { codeWords, translator } from '../../../../src/renderer/words/index.ts'
import { seriesOf } from '../../../core/desk/chart-fixture.ts'
import { quoteFixture } from '../../../core/quote-fixture.ts'

const MINUTE = 60_000_000
const minute = (at: number): number => 1 + at * MINUTE
const gap = (from: number, to: number, missed = NaN): Gap => ({
  from: minute(from),
  to: minute(to),
  missed,
})

describe('what a picture is made of', () => {
  const series = seriesOf([0, 5, 10, 40, 45].map((at) => quoteFixture({ at: minute(at) })))

  it('counts minutes of the session before the first tick that was heard, without its breaks', () => {
    expect(qualityOf(series, minute(45), []).before).toBe(15 * MINUTE)
    expect(qualityOf(series, minute(5), []).before).toBe(5 * MINUTE)
  })

  it('is no history where the first tick was heard', () => {
    expect(qualityOf(series, minute(0), []).before).toBe(0)
  })

  it('counts what was missed only where that is known of every gap', () => {
    const [known, unknown] = [gap(0, 5, 3), gap(5, 10)]
    expect(qualityOf(series, minute(0), [known, gap(10, 40, 4)]).missed).toBe(7)
    expect(qualityOf(series, minute(0), [known, unknown]).missed).toBe(NaN)
  })
})

interface Given {
  readonly history?: 'joined' | 'asking' | 'away'
  readonly heardSince?: number
  readonly gaps?: readonly Gap[]
  readonly lacks?: boolean
  readonly unheard?: number
  readonly mode?: string
}

function control({
  history = 'joined',
  heardSince = 3,
  gaps = [],
  lacks = false,
  unheard = 0,
  mode = 'simulated',
}: Given) {
  const series = seriesOf([0, 1, 2, 3, 4].map((at) => quoteFixture({ at: minute(at) })))
  const feed = {
    series,
    fetched: 3,
    history: { kind: history, why: failure('store.unreachable', 'no store') },
    whole: { heardSince: minute(heardSince) },
  }
  const desk = { session: { opening: { origin: { mode } } }, unheard: () => unheard }
  return { data: { feed, gaps, lacks, bars: undefined }, parts: { desk } } as unknown as Parameters<
    typeof qualityTexts
  >[0]
}

describe('the stamp of a chart', () => {
  const t = translator('en')
  const texts = (given: Given) => qualityTexts(control(given), t)

  it('says what was heard, what history told of, and how many gaps are left', () => {
    expect(texts({})).toEqual(['live', '+ 3 min history', '0 gaps'])
    expect(texts({ gaps: [gap(0, 1)] })).toEqual(['live', '+ 3 min history', '1 gap'])
    expect(texts({ gaps: [gap(0, 1), gap(2, 3)] })[2]).toBe('2 gaps')
    expect(texts({ heardSince: 0 })).toEqual(['live', '', '0 gaps'])
    expect(texts({ mode: 'replay' }).slice(0, 2)).toEqual(['replay', '+ 3 min history'])
  })

  it('claims no more than is known', () => {
    const away = { history: 'away', heardSince: 0 } as const
    expect(texts(away)).toEqual(['live', 'alone, no history', ''])
    expect(texts({ history: 'asking' })[2]).toBe('joining …')
    expect(texts({ lacks: true })[2]).toBe('0 gaps · ⟂ now')
    expect(texts({ unheard: 1 })[2]).toBe('0 gaps · nothing heard')
  })

  it('tells more to whoever asks: from when to when, how much, whence, and which gaps', () => {
    const gaps = [gap(0, 1), gap(1, 2, 12)]
    const lines = qualityTitle(control({ gaps, history: 'away' }), t).split('\n')
    expect(lines[0]).toMatch(/^Shows .* to .*: 5 ticks\. Fetched from history so far: 3\.$/)
    expect(lines[1]).toBe(`history is away: ${codeWords('store.unreachable', 'no store', t)}`)
    expect(lines[2]).toMatch(/^⟂ .* – .*: ticks are missing$/)
    expect(lines[3]).toMatch(/^⟂ .* – .*: ticks are missing, 12 quotes of all contracts$/)
    expect(qualityTitle(control({}), t)).toContain('No gap is known.')
  })
})
