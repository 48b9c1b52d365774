import type { Features } from '../../src/core/engine/features/index.ts'
import { createFeatures } from '../../src/core/engine/features/index.ts'
import type { Instrument, Quote } from '../../src/core/domain/index.ts'
import { quoteWalk } from '../core/engine/features/quote-walk.ts'
import {
  recordedInstrument,
  recordedQuotes,
  recordingsAreThere,
} from '../core/engine/features/recorded.ts'

const WARM_UP = 3
const PASSES = 20
const PRODUCTS = ['ag', 'au', 'cu', 'rb', 'fu', 'al', 'bu', 'pb', 'sn', 'sp', 'ss'] as const

/** Sums are printed nowhere, but kept here so that no pass can be optimised away. */
let kept = 0

/**
 * All features of recorded ticks, one instrument after the other, fresh state each pass; the floor
 * reads the same rows from memory and sums one field. `synthetic` is 1 where the recordings are
 * absent and seeded quotes stand in for them.
 */
export async function benchFeatures(): Promise<Record<string, number>> {
  const series = recordingsAreThere ? await recorded() : synthetic()
  const ticks = series.reduce((sum, { quotes }) => sum + quotes.length, 0)
  const seconds = medianSeconds(() => {
    for (const { instrument, quotes } of series) run(createFeatures(instrument), quotes)
  })
  const floor = medianSeconds(() => {
    for (const { quotes } of series) read(quotes)
  })
  return {
    ticks_per_second: Math.round(ticks / seconds),
    floor_ticks_per_second: Math.round(ticks / floor),
    ticks,
    synthetic: recordingsAreThere ? 0 : 1,
  }
}

interface Series {
  readonly instrument: Instrument
  readonly quotes: readonly Quote[]
}

async function recorded(): Promise<Series[]> {
  const series: Series[] = []
  for (const product of PRODUCTS) {
    const instrument = recordedInstrument(product)
    series.push({ instrument, quotes: await recordedQuotes(instrument) })
  }
  return series
}

function synthetic(): Series[] {
  const instrument = recordedInstrument('ag')
  return [{ instrument, quotes: quoteWalk(instrument, 33_000) }]
}

function run(features: Features, quotes: readonly Quote[]): void {
  for (const quote of quotes) features.update(quote)
  kept += features.values[0]!
}

function read(quotes: readonly Quote[]): void {
  let sum = 0
  for (const quote of quotes) sum += quote.last
  kept += sum
}

function medianSeconds(pass: () => void): number {
  for (let count = 0; count < WARM_UP; count++) pass()
  const seconds: number[] = []
  for (let count = 0; count < PASSES; count++) {
    const start = process.hrtime.bigint()
    pass()
    seconds.push(Number(process.hrtime.bigint() - start) / 1e9)
  }
  seconds.sort((one, other) => one - other)
  return (seconds[PASSES / 2 - 1]! + seconds[PASSES / 2]!) / 2
}
