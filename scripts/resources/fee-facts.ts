import type { FeeFact, FeePair, TradingDay } from '../../src/core/domain/index.ts'
import type { MarginRun } from './margin-facts.ts'
import { dayOf, sourceOf } from './days.ts'
import type { RawFee, RawObservation, RawProduct } from './raw-products.ts'

/** CNY a lot in fen, or a share of the value. */
function pairOf(by: RawFee['by'], value: number): FeePair {
  return by === 'value' ? [value, 0] : [0, Math.round(value * 100)]
}

/**
 * The rate that explains the commissions of all dates: by lot where all are the same amount, by
 * value where each is one share of the value behind the margin. Undefined where neither holds.
 */
export function derivedRate(
  observations: readonly RawObservation[],
  runs: readonly MarginRun[],
  multiplier: number,
): { readonly by: RawFee['by']; readonly rate: number } | undefined {
  const [first] = observations
  if (first === undefined) return undefined
  if (observations.every(({ commission }) => commission === first.commission)) {
    return { by: 'lot', rate: first.commission }
  }
  const shares = runs.flatMap(({ ratio, observations: seen }) =>
    seen.map(({ margin, commission }) => {
      const price = margin / (ratio * multiplier)
      return commission / (price * multiplier)
    }),
  )
  const [share] = shares
  if (share === undefined) return undefined
  if (shares.some((other) => Math.abs(other / share - 1) > 1e-4)) return undefined
  return { by: 'value', rate: Number(share.toFixed(7)) }
}

const SEEN = 'derived from commissions a lot, 2019-06 to 2020-06; closing is taken to cost the same'

/**
 * Index futures of CFFEX: closing what was opened the same day costs a multiple. General knowledge;
 * the amounts are the exchange's since the days given.
 */
const INDEX_CLOSE_TODAY: readonly (readonly [from: TradingDay | undefined, share: number])[] = [
  [undefined, 0.000345],
  [20_230_828 as TradingDay, 0.00023],
]
const INDEX_SHARE = 0.000023

export function indexFees(): readonly FeeFact[] {
  return INDEX_CLOSE_TODAY.map(([from, share]) => ({
    ...(from === undefined ? {} : { from }),
    open: [INDEX_SHARE, 0],
    close: [INDEX_SHARE, 0],
    closeToday: [share, 0],
    source: from === undefined ? 'TQ GK' : 'GK',
    approximate: true,
    note: 'closing the same day is general knowledge',
  }))
}

/**
 * Fees by date. The back-test table counts for closing the same day alone, and only where its other
 * rates are those that were derived; it tells nothing of the time before it was made.
 */
export function feeFacts(
  raw: RawProduct,
  runs: readonly MarginRun[],
  observations: readonly RawObservation[],
  multiplier: number,
): readonly FeeFact[] {
  const derived = derivedRate(observations, runs, multiplier)
  const facts: FeeFact[] = []
  if (derived !== undefined) {
    const pair = pairOf(derived.by, derived.rate)
    facts.push({
      open: pair,
      close: pair,
      closeToday: pair,
      source: 'TQ',
      approximate: true,
      note: SEEN,
    })
    const table = raw.fee_wondertrader
    if (
      table?.observed !== undefined &&
      table.by === derived.by &&
      table.open === derived.rate &&
      table.close === derived.rate &&
      table.close_today !== derived.rate
    ) {
      facts.push({
        from: dayOf(table.observed),
        open: pair,
        close: pair,
        closeToday: pairOf(table.by, table.close_today),
        source: 'TQ WTF',
        approximate: true,
        note: 'closing the same day from a back-test table',
      })
    }
  }
  for (const told of [raw.fee_listing, raw.fee_notice]) {
    if (told?.valid_from === undefined) continue
    facts.push({
      from: dayOf(told.valid_from),
      open: pairOf(told.by, told.open),
      close: pairOf(told.by, told.close),
      closeToday: pairOf(told.by, told.close_today),
      source: sourceOf(told.source, told.notice),
    })
  }
  return facts
}
