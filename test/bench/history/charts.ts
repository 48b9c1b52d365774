import { MICROS_PER_DAY } from '../../../src/core/domain/index.ts'
import { median } from '../pinned.ts'
import type { Market } from '../recorded-market.ts'
import { newTape, pieces, ticksOf } from './bench-rows.ts'
import type { BenchedStore, Stretch } from './benched-store.ts'
import { charted } from './benched-store.ts'

/** The most traded contract of the recorded hour: 7,197 ticks. */
const SYMBOL = 'SHFE.ag2012'
const TICKS = 1_070_000
const BUCKETS = 2_000
const ROUNDS = 3
const TIMES = 7

/**
 * Milliseconds to draw 1.07 million ticks of one contract, an hour on each of so many days, as a
 * chart of 2,000 buckets: through the port, and by bare SQL, by turns.
 */
export async function measureCharts(
  name: string,
  store: BenchedStore,
  market: Market,
): Promise<Record<string, number>> {
  const tape = newTape()
  const all = ticksOf(market, tape, Infinity)
  const symbol = all.some((tick) => tick.symbol === SYMBOL) ? SYMBOL : (all[0]?.symbol ?? '')
  const hour = all.filter((tick) => tick.symbol === symbol)
  for (const group of pieces(hour, 1_000)) {
    const written = await store.history().write(group)
    if (!written.ok) throw new Error(written.error.message)
  }
  const days = Math.ceil(TICKS / hour.length)
  await store.copy(tape, days - 1)
  const from = hour[0]!.ts
  const to = from + days * MICROS_PER_DAY
  const stretch: Stretch = { tape, symbol, from, to, width: Math.ceil((to - from) / BUCKETS) }
  const through = (rounds: number) =>
    charted(rounds, async () => {
      const bounds = { buckets: BUCKETS, deadlineMillis: 60_000 }
      const found = await store
        .history()
        .query({ kind: 'chart', tape, symbol, from, to, ...bounds })
      if (!found.ok) throw new Error(found.error.message)
      const counted = found.value.rows.reduce((sum, row) => sum + Number(row[5]), 0)
      if (counted !== days * hour.length) throw new Error(`${counted} ticks are in the chart`)
      return found.value.rows.length
    })
  await through(2)
  const times = { port: [] as number[], bare: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    const port = await through(TIMES)
    const bare = await store.bareChart(stretch, TIMES + 1)
    if (port.buckets !== bare.buckets) throw new Error('the charts differ')
    times.port.push(...port.times)
    times.bare.push(...bare.times.slice(1))
  }
  const [port, floor] = [median(times.port), median(times.bare)]
  return {
    [`chart_${name}_ms`]: Number(port.toFixed(1)),
    [`chart_${name}_floor_ms`]: Number(floor.toFixed(1)),
    [`chart_${name}_ratio`]: Number((floor / port).toFixed(3)),
    chart_ticks: days * hour.length,
  }
}
