import { describe, expect, it } from 'vitest'
import {
  computeBatch,
  createFeatures,
  FEATURE_COUNT,
  FEATURE_NAMES,
  featureIndex,
} from '../../../../src/core/engine/features/index.ts'
import { featureSql } from './feature-sql.ts'
import type { Recorded } from './recorded.ts'
import { query, recordedInstrument, recordedQuotes, recordingsAreThere } from './recorded.ts'

const skipped = recordingsAreThere ? '' : ' (skipped: ../shared/data is absent)'

/** Single precision holds seven digits; sums of prices lose one more in the SQL. */
const TOLERANCE = 2e-6

describe.skipIf(!recordingsAreThere)(`features of the recorded hour${skipped}`, () => {
  it.each<Recorded>(['ag', 'au', 'cu', 'rb', 'fu'])(
    'of %s equal those that SQL computes from the raw rows',
    async (product) => {
      const instrument = recordedInstrument(product)
      const table = computeBatch(instrument, await recordedQuotes(instrument))
      const expected = await query(featureSql(product))
      const names = Object.keys(expected[0]!)
      const different = names.filter((name) => {
        const column = (FEATURE_NAMES as readonly string[]).indexOf(name)
        return expected.some((row, at) => {
          const error = Math.abs(table[at * FEATURE_COUNT + column]! - row[name]!)
          return !(error <= TOLERANCE * Math.max(1, Math.abs(row[name]!)))
        })
      })
      expect({ names: names.length, rows: expected.length, different }).toEqual({
        names: FEATURE_COUNT - 1,
        rows: table.length / FEATURE_COUNT,
        different: [],
      })
    },
  )

  it.each<Recorded>(['ag', 'au', 'fg'])(
    'of %s have the same bits live and batch',
    async (product) => {
      const instrument = recordedInstrument(product)
      const quotes = await recordedQuotes(instrument)
      const batch = new Uint32Array(computeBatch(instrument, quotes).buffer)
      const features = createFeatures(instrument)
      const live = new Float32Array(quotes.length * FEATURE_COUNT)
      quotes.forEach((quote, row) => {
        features.update(quote)
        live.set(features.values, row * FEATURE_COUNT)
      })
      expect(Buffer.compare(new Uint8Array(live.buffer), new Uint8Array(batch.buffer))).toBe(0)
    },
  )

  it.each<[Recorded, number, number]>([
    ['ag', 0.302, 0.134],
    ['au', 0.231, 0.048],
    ['cu', 0.31, 0.177],
    ['rb', 0.263, 0.288],
    ['fu', 0.3, 0.276],
  ])(
    'of %s: top imbalance foretells the mid by %s one row ahead and %s ten rows ahead',
    async (product, next, tenth) => {
      const instrument = recordedInstrument(product)
      const quotes = await recordedQuotes(instrument)
      const table = computeBatch(instrument, quotes)
      const column = featureIndex('top_imbalance')
      const imbalance = quotes.map((_, row) => table[row * FEATURE_COUNT + column]!)
      const mids = quotes.map((quote) => (quote.bidPrices[0]! + quote.askPrices[0]!) / 2)
      const foretold = (ahead: number): number => {
        const changes = mids.slice(ahead).map((mid, row) => mid - mids[row]!)
        return Math.round(correlation(imbalance.slice(0, changes.length), changes) * 1_000) / 1_000
      }
      expect([foretold(1), foretold(10)]).toEqual([next, tenth])
    },
  )
})

function correlation(one: readonly number[], other: readonly number[]): number {
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  const [oneMean, otherMean] = [mean(one), mean(other)]
  const covariance = mean(one.map((value, at) => (value - oneMean) * (other[at]! - otherMean)))
  const spread = mean(one.map((value) => (value - oneMean) ** 2))
  const otherSpread = mean(other.map((value) => (value - otherMean) ** 2))
  return covariance / Math.sqrt(spread * otherSpread)
}
