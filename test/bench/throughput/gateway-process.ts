/**
 * `node gateway-process.ts RUNTIME DATA RATE`: the gateway worker, with a market of its own that
 * hands it RATE ticks a second for some seconds, once both consumers listen.
 */
import type { Micros, Quote } from '../../../src/core/domain/index.ts'
import { createQuote } from '../../../src/core/domain/index.ts'
import { openBenchGateway } from '../loop/bench-gateway.ts'
import { benchMarket } from '../loop/market.ts'

const [runtime = '', data = '', rate = ''] = process.argv.slice(2)
const PER_SECOND = Number(rate)
const SECONDS = 8
/** So that compilers are done, and both consumers have joined. */
const WARM_UP = 60_000
const LISTEN_WITHIN = 4000
const CYCLE = 20_000

const { instrument, quotes } = benchMarket(CYCLE)
let handed = 0
let at = (quotes[0] as Quote).at as number
const gateway = await openBenchGateway([runtime, data], instrument, quotes[0] as Quote, {})

/** A new tick, as a market's adapter makes one of every payload. */
function hand(): void {
  const q = quotes[handed++ % CYCLE] as Quote
  at += 1000
  const quote = createQuote(
    q.instrument,
    at as Micros,
    at as Micros,
    0,
    q.last,
    q.volume,
    q.turnover,
    q.openInterest,
    q.open,
    q.high,
    q.low,
    q.upperLimit,
    q.lowerLimit,
    q.preSettlement,
    q.bidPrices,
    q.bidVolumes,
    q.askPrices,
    q.askVolumes,
  )
  gateway.tell(quote)
}

async function run(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, LISTEN_WITHIN))
  await pace(WARM_UP, WARM_UP / 3)
  await new Promise((resolve) => setTimeout(resolve, 500))
  const before = handed
  const begun = performance.now()
  await pace(PER_SECOND * SECONDS, PER_SECOND)
  const seconds = (performance.now() - begun) / 1000
  const ticks = handed - before
  // Whoever is behind has its time; what it lost is lost.
  await new Promise((resolve) => setTimeout(resolve, 2000))
  console.log(
    JSON.stringify({
      ticks,
      handed,
      per_second: Math.round(ticks / seconds),
      heap_mb: Math.round(process.memoryUsage().heapUsed / 1e6),
    }),
  )
  process.exit(0)
}

/** So many ticks, in turns of the loop of at most 64, no faster than told. */
function pace(count: number, perSecond: number): Promise<void> {
  const begun = performance.now()
  let done = 0
  return new Promise((resolve) => {
    const turn = (): void => {
      const due = Math.min(count, Math.floor(((performance.now() - begun) / 1000) * perSecond))
      for (let some = 0; some < 64 && done < due; some++, done++) hand()
      if (done === count) resolve()
      else setImmediate(turn)
    }
    turn()
  })
}

void run()
