import { describe, expect, it } from 'vitest'
import type { BeatFact, PredictionFact, TraceFact } from '../../../src/core/contracts/index.ts'
import { PredictionHistory } from '../../../src/core/desk/prediction-history.ts'
import { seekTime } from '../../../src/core/desk/seek-time.ts'
import { quantile, stageFigures, totalOf } from '../../../src/core/desk/stage-figures.ts'
import { TopicRates } from '../../../src/core/desk/topic-rates.ts'
import type { Micros } from '../../../src/core/domain/index.ts'

const trace = (stages: readonly number[]): TraceFact => ({ kind: 'trace', stages }) as TraceFact

describe('where the time of orders went', () => {
  it('counts only stages that an order passed', () => {
    expect(totalOf(trace([1, 2, NaN, 3]))).toBe(6)
  })

  it('tells quantiles that were measured, and the total last', () => {
    const stages = (first: number): readonly number[] => [first, 1, 1, 1, 1, 1, 1, 1, 1]
    const figures = stageFigures([30, 10, 20].map((first) => trace(stages(first))))
    expect([figures[0], figures.at(-1)]).toEqual([
      { stage: 'receive', p50: 20, p95: 30, p99: 30 },
      { stage: 'total', p50: 28, p95: 38, p99: 38 },
    ])
  })

  it('has no quantile of nothing', () => {
    expect(quantile([], 0.5)).toBeNaN()
  })
})

describe('a time that a person types', () => {
  /** 14:30:00 in Beijing. */
  const now = 1_597_991_400_000_000 as Micros
  /** The run began at 13:30. */
  const from = (now - 3600e6) as Micros
  const seek = (text: string) => seekTime(text, now, from)

  it('is the next moment at which the exchanges’ clocks show it', () => {
    expect([seek('14:31'), seek('143005'), seek('9:00')]).toEqual([
      now + 60e6,
      now + 5e6,
      now + 18.5 * 3600e6,
    ])
  })

  it('is what was shown already where the run has passed it, and never a day later', () => {
    expect([seek('14:29'), seek('13:30'), seek('14:30'), seek('13:29')]).toEqual([
      now - 60e6,
      from,
      now,
      now + 24 * 3600e6 - 3660e6,
    ])
  })

  it('is of the day that is written before it, from the first day of the run on', () => {
    expect([seek('08-22 14:29'), seek('8-21 14:31'), seek('01-04 14:30:00')]).toEqual([
      now + 24 * 3600e6 - 60e6,
      now + 60e6,
      now + 136 * 24 * 3600e6,
    ])
  })

  it('is nothing where it is no time', () => {
    for (const text of ['', '25:00', '14:60', 'noon', '14', '1:2:3', '13-01 9:00', '2-30 9:00']) {
      expect(seek(text)).toBeUndefined()
    }
  })
})

describe('how much is said of a kind', () => {
  const beat = (second: number, quotes: number): BeatFact =>
    ({ kind: 'beat', at: second * 1e6, seqs: { quote: quotes } }) as unknown as BeatFact

  it('is counted between beats a second apart', () => {
    const rates = new TopicRates()
    for (const [second, count] of [
      [0, 0],
      [0.25, 3],
      [1, 10],
      [2, 30],
    ] as const) {
      rates.take('gateway', beat(second, count))
    }
    expect(rates.all).toEqual([
      { source: 'gateway', kind: 'quote', total: 30, perSecond: 20, peak: 20, history: [10, 20] },
    ])
  })

  it('begins anew with another life, whose numbers begin anew', () => {
    const rates = new TopicRates()
    rates.take('gateway', beat(0, 100))
    rates.take('gateway', beat(1, 5))
    expect(rates.all[0]).toMatchObject({ total: 5, perSecond: NaN, history: [] })
  })
})

describe('what a model answered lately', () => {
  const prediction = (second: number): PredictionFact =>
    ({ kind: 'prediction', instrument: 1, quoteAt: second * 1e6, outputs: [second] }) as never

  it('is kept for two minutes, and told once', () => {
    const history = new PredictionHistory()
    for (const second of [1, 2, 2, 100, 122]) history.take('strategy.model', prediction(second))
    expect(history.of('strategy.model', 1).map(({ at }) => at / 1e6)).toEqual([2, 100, 122])
  })
})
