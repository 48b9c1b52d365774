import { describe, expect, it } from 'vitest'
import type { Lots, Micros, Price, Quote } from '../../../src/core/domain/index.ts'
import { createQuote } from '../../../src/core/domain/index.ts'
import { createFeatures, FEATURE_COUNT } from '../../../src/core/engine/features/index.ts'
import { joined, labelled, marketSamples } from '../../../scripts/train/samples.ts'
import { normalisationOf, normalised } from '../../../scripts/train/normalisation.ts'
import { instrumentFixture } from '../../core/instrument-fixture.ts'

const silver = instrumentFixture({ tickUnits: 5, tickSize: 5 })
const QUESTION = { horizon: 2, threshold: 1 }

/** A book one tick wide around a mid that is told in ticks; NaN takes all bids away. */
function quoteAt(index: number, mid: number): Quote {
  const bid = Number.isNaN(mid) ? NaN : (mid - 0.5) * 5
  const ask = Number.isNaN(mid) ? 500 : (mid + 0.5) * 5
  const none = [NaN, NaN, NaN, NaN] as Price[]
  const empty = [0, 0, 0, 0] as Lots[]
  const at = (index * 500_000) as Micros
  const [last, high, low] = [500, 900, 100] as Price[]
  return createQuote(
    silver.id,
    at,
    at,
    0,
    last!,
    index,
    index * 500,
    100,
    last!,
    last!,
    last!,
    high!,
    low!,
    last!,
    [bid as Price, ...none],
    [(Number.isNaN(bid) ? 0 : 3) as Lots, ...empty],
    [ask as Price, ...none],
    [4 as Lots, ...empty],
  )
}

describe('samples', () => {
  it('call a row by how the mid stands at the horizon, and leave out what cannot be told', () => {
    const flat = new Array<number>(64).fill(100.5)
    const path = [100.5, 101.5, 102.5, 102.5, 100.5, NaN, 101.5, 101.5]
    const quotes = [...flat, ...path].map((mid, index) => quoteAt(index, mid))
    const { count, moves, labels } = labelled(silver, quotes, QUESTION)
    // Rows 64, 65, 66 and 68: row 69 has no bids, row 67 looks at it, 70 and 71 look past the end.
    expect({ count, moves: [...moves], labels: [...labels] }).toEqual({
      count: 4,
      moves: [2, 1, -2, 1],
      labels: [2, 1, 0, 1],
    })
  })

  it('hold the features that the engine has at that very quote', () => {
    const quotes = Array.from({ length: 70 }, (_, index) => quoteAt(index, 100.5 + (index % 3)))
    const { features } = labelled(silver, quotes, QUESTION)
    const engine = createFeatures(silver)
    for (const quote of quotes.slice(0, 66)) engine.update(quote)
    expect(features.slice(FEATURE_COUNT, 2 * FEATURE_COUNT)).toEqual(engine.values)
  })

  it('are the same again for a seed, and others for another', () => {
    const market = instrumentFixture({ exchange: 'SIM' })
    const first = marketSamples([market], 1, 1, QUESTION)
    expect(first.count).toBeGreaterThan(50)
    expect(marketSamples([market], 1, 1, QUESTION)).toEqual(first)
    expect(marketSamples([market], 2, 1, QUESTION)).not.toEqual(first)
  })

  it('are not taken over the turn of a trading day', () => {
    expect(() => marketSamples([silver], 1, 240, QUESTION)).toThrow('under 240 minutes, not 240')
  })
})

describe('normalisation', () => {
  it('is mean and deviation of what is known, and puts what is not known at the mean', () => {
    const features = new Float32Array(3 * FEATURE_COUNT).fill(5)
    features.set([1, 2], 0)
    features.set([3, NaN], FEATURE_COUNT)
    features.set([8, 4], 2 * FEATURE_COUNT)
    const part = { count: 3, features, moves: new Float32Array(3), labels: new Uint8Array(3) }
    const normalisation = normalisationOf(joined([part, part]))
    const { mean, deviation } = normalisation
    expect([mean.slice(0, 3), deviation.slice(0, 3)]).toEqual([
      [4, 3, 5],
      [2.94392, 1, 1],
    ])
    const rows = normalised(features, normalisation)
    expect(Array.from(rows.subarray(FEATURE_COUNT, FEATURE_COUNT + 3))).toEqual([
      Math.fround(-1 / 2.94392),
      0,
      0,
    ])
  })
})
