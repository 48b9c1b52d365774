import type { MarginFact } from '../../src/core/domain/index.ts'
import { dayAfter, dayOf, sourceOf } from './days.ts'
import type { RawObservation, RawProduct } from './raw-products.ts'

/** Observations in a row whose margin is one ratio of the price behind it. */
export interface MarginRun {
  readonly ratio: number
  readonly first: string
  readonly last: string
  readonly observations: readonly RawObservation[]
}

/** Furthest that the price behind a margin may lie from the last price: 13 % was the most seen. */
const FURTHEST = 0.15
const PER_MILLE = 1_000

/**
 * Margins of a lot taken apart into a ratio and a price. The price is not told, but it lies on the
 * product's price step (settlement prices of gold on half of it) and not far from the last price;
 * of the ratios for which that is so, in whole per mille, the one that explains the most
 * observations in a row is taken, then the roundest, then the nearest to the last price. Empty
 * where no observation has a last price to check with.
 */
export function marginRuns(
  observations: readonly RawObservation[],
  multiplier: number,
  tick: number,
): readonly MarginRun[] {
  if (!observations.some(({ last }) => last !== undefined)) return []
  const whole = runsOn(observations, multiplier, tick)
  return whole.length > 0 ? whole : runsOn(observations, multiplier, tick / 2)
}

function runsOn(
  observations: readonly RawObservation[],
  multiplier: number,
  tick: number,
): readonly MarginRun[] {
  const runs: MarginRun[] = []
  for (let start = 0; start < observations.length;) {
    const run = longestRun(observations.slice(start), multiplier, tick)
    if (run === undefined) return []
    runs.push(run)
    start += run.observations.length
  }
  return runs
}

function longestRun(
  observations: readonly RawObservation[],
  multiplier: number,
  tick: number,
): MarginRun | undefined {
  let best: { readonly run: MarginRun; readonly rank: readonly number[] } | undefined
  for (let ratio = 1; ratio <= 300; ratio++) {
    const length = observations.findIndex(
      (seen) => !Number.isFinite(distance(seen, ratio / PER_MILLE, multiplier, tick)),
    )
    const fitting = length < 0 ? observations : observations.slice(0, length)
    const [first] = fitting
    const last = fitting.at(-1)
    if (first === undefined || last === undefined) continue
    const priced = fitting.filter((seen) => seen.last !== undefined)
    if (priced.length === 0) continue
    const total = priced.reduce(
      (sum, seen) => sum + distance(seen, ratio / PER_MILLE, multiplier, tick),
      0,
    )
    const roundness = ratio % 10 === 0 ? 2 : ratio % 5 === 0 ? 1 : 0
    const rank = [fitting.length, roundness, -total / priced.length]
    if (best === undefined || above(rank, best.rank)) {
      best = {
        run: {
          ratio: ratio / PER_MILLE,
          first: first.date,
          last: last.date,
          observations: fitting,
        },
        rank,
      }
    }
  }
  return best?.run
}

/** How far the price behind the margin lies from the last price, as a share; NaN = impossible. */
function distance(
  { margin, last }: RawObservation,
  ratio: number,
  multiplier: number,
  tick: number,
): number {
  const price = margin / (ratio * multiplier)
  const steps = price / tick
  if (Math.abs(steps - Math.round(steps)) > 1e-4) return NaN
  if (last === undefined) return 0
  const away = Math.abs(price / last - 1)
  return away <= FURTHEST ? away : NaN
}

function above(left: readonly number[], right: readonly number[]): boolean {
  const different = left.findIndex((value, index) => value !== right[index])
  return different >= 0 && (left[different] ?? 0) > (right[different] ?? 0)
}

/**
 * Ratios by date. Between two observations the higher one is taken: it begins the day after the
 * last lower one, and ends with the first lower one. A contract table's minimum is no margin.
 */
export function marginFacts(raw: RawProduct, runs: readonly MarginRun[]): readonly MarginFact[] {
  const listing = raw.margin_rate_listing
  if (listing !== undefined && listing.note === undefined) {
    const { value, source, notice, valid_from: from } = listing
    return [
      {
        ratio: value,
        from: dayOf(from),
        source: sourceOf(source, notice),
        approximate: true,
        note: 'as it was on the listing day',
      },
    ]
  }
  return runs.map((run, index) => {
    const before = runs[index - 1]
    const from =
      before === undefined
        ? {}
        : { from: run.ratio > before.ratio ? dayAfter(before.last) : dayOf(run.first) }
    return {
      ratio: run.ratio,
      ...from,
      source: 'TQ',
      approximate: true,
      note: `derived from margins a lot, ${run.first} to ${run.last}`,
    }
  })
}
