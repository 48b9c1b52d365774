import { BATCH_ROWS } from '../../../workers/history/start-history.ts'
import { median } from '../pinned.ts'
import type { Market } from '../recorded-market.ts'
import { newTape, ticksOf } from './bench-rows.ts'
import type { BenchedStore } from './benched-store.ts'
import { outboxRate } from './outbox-rate.ts'

const ROUNDS = 3
const ROWS = 60_000
const WARM_UP = 5_000
/** What the outbox sends at once, and what somebody would who fills a store. */
const SMALL = BATCH_ROWS
const LARGE = 10_000

/**
 * Rows a second into a store: through the outbox, and by the engine's own client without one, by
 * turns in the same run. Seconds end with the last acknowledgement.
 */
export async function measureRates(
  name: string,
  store: BenchedStore,
  market: Market,
  folder: string,
): Promise<Record<string, number>> {
  const rates = { outbox: [] as number[], floor: [] as number[], small: [] as number[] }
  let longest = 0
  const late: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const count = round === 0 ? WARM_UP : ROWS
    const ticks = () => ticksOf(market, newTape(), count)
    const through = await outboxRate(store.history(), ticks(), folder)
    const large = await store.plain(ticks(), LARGE)
    const small = await store.plain(ticks(), SMALL)
    if (round === 0) continue
    rates.outbox.push(count / through.seconds)
    rates.floor.push(count / large)
    rates.small.push(count / small)
    longest = Math.max(longest, through.longest)
    late.push(through.late)
  }
  const [outbox, floor] = [median(rates.outbox), median(rates.floor)]
  return {
    [`${name}_rows_per_second`]: Math.round(outbox),
    [`${name}_floor_rows_per_second`]: Math.round(floor),
    [`${name}_floor_same_batch_rows_per_second`]: Math.round(median(rates.small)),
    [`${name}_ratio`]: Number((outbox / floor).toFixed(3)),
    [`${name}_loop_p99_ms`]: Number(median(late).toFixed(1)),
    [`${name}_loop_longest_ms`]: Number(longest.toFixed(1)),
  }
}
