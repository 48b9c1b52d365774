/**
 * `node gateway-process.ts RUNTIME DATA`: the gateway worker with a market and a venue of its own
 * in the same process. A tick is handed to the market-data listener; the clock stops when the order
 * it brought about is handed to the venue. First one tick at a time, then 1,000 a second.
 */
import { createZeromqBus } from '../../../src/adapters/bus/index.ts'
import { SYSTEM_CLOCK, lineLog } from '../../../src/adapters/process/index.ts'
import { endpointOf } from '../../../src/adapters/process/endpoint.ts'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import type { VenueRequest } from '../../../src/core/contracts/index.ts'
import type { Quote } from '../../../src/core/domain/index.ts'
import type { ExchangeOutput } from '../../../src/core/exchange/index.ts'
import { createReplayExchange } from '../../../src/core/exchange/index.ts'
import type { Bus, MarketDataListener, VenueListener } from '../../../src/core/ports/index.ts'
import { startGateway } from '../../../workers/gateway/start-gateway.ts'
import { percentile } from '../pinned.ts'
import { CASH, DAY, benchMarket } from './market.ts'
import { gatewaySpec } from './specs.ts'

const [runtime = '', data = ''] = process.argv.slice(2)
const WARM_UP = 4000
const PINGPONG = 5000
const PACED = 10_000
const PER_SECOND = 1000
/** A tick that brought no order within this many ms is passed over, and counted. */
const PATIENCE = 50

const { instrument, quotes } = benchMarket(WARM_UP + PINGPONG + 3 * PACED)
const exchange = createReplayExchange({
  instruments: [instrument],
  initialCash: CASH,
  tradingDay: DAY,
  rule: 'optimistic',
  tradingDayOf: () => DAY,
  nextTradingDay: (day) => day,
})
let market: MarketDataListener | undefined
let venue: VenueListener | undefined
let index = 0
/** Monotonic milliseconds when the tick of a stamp was handed over. */
const handedAt = new Map<number, number>()
/** The stamp that a target was decided on, by its id. */
const decidedOn = new Map<string, number>()
let onOrder: (took: number) => void = () => undefined

const started = await startGateway(
  gatewaySpec(runtime, data),
  {
    bus: watched(createZeromqBus()),
    clock: SYSTEM_CLOCK,
    log: lineLog('gateway', (line) => process.stderr.write(line)),
    pid: process.pid,
    endpoint: endpointOf,
  },
  undefined,
  (_, __, listener) => {
    venue = listener
    return {
      venue: { send },
      follow: (follower) => {
        market = follower
        setImmediate(open)
      },
    }
  },
)
if (!started.ok) throw new Error(started.error.message)

/** Notes on which tick each target was decided, as it comes in. */
function watched(bus: Bus): Bus {
  const codec = createCodec([])
  return {
    ...bus,
    collect: async (endpoint) => {
      const collector = await bus.collect(endpoint)
      if (!collector.ok) return collector
      return {
        ok: true,
        value: {
          onFrame: (listener) =>
            collector.value.onFrame((frame) => {
              const read = codec.decode(frame)
              if (read.ok && read.value.kind === 'command') {
                const { command } = read.value
                if (command.kind === 'TargetPosition') decidedOn.set(command.id, command.decidedOn)
              }
              listener(frame)
            }),
        },
      }
    },
  }
}

function send(request: VenueRequest): void {
  const now = performance.now()
  if (request.kind === 'submit') {
    const stamp = decidedOn.get(request.order.intent.split('/')[0] ?? '')
    const handed = stamp === undefined ? undefined : handedAt.get(stamp)
    if (handed !== undefined) onOrder((now - handed) * 1000)
  }
  const at = (quotes[Math.max(0, index - 1)] as Quote).at
  const output = exchange.request(request, at)
  setImmediate(() => tell(output))
}

function tell({ reports }: ExchangeOutput): void {
  for (const report of reports) venue?.onReport(report)
}

function open(): void {
  const first = quotes[0] as Quote
  tell(exchange.quote(first))
  const at = first.at
  market?.onOpened({ instruments: [instrument], quotes: [first], at, step: 0, run: undefined })
  index = 1
  void run()
}

function hand(): number {
  const quote = quotes[index++] as Quote
  tell(exchange.quote(quote))
  const now = performance.now()
  handedAt.clear()
  decidedOn.clear()
  handedAt.set(quote.at, now)
  market?.onQuote(quote, SYSTEM_CLOCK.monotonic())
  return now
}

async function run(): Promise<void> {
  let missed = 0
  const one = (): Promise<number> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => {
        missed++
        resolve(NaN)
      }, PATIENCE)
      onOrder = (took) => {
        clearTimeout(timer)
        // The venue's answer is taken in before the next tick comes.
        setTimeout(() => resolve(took), 0)
      }
      hand()
    })
  for (let tick = 0; tick < WARM_UP; tick++) await one()
  missed = 0
  const times = new Float64Array(PINGPONG)
  for (let tick = 0; tick < PINGPONG; tick++) times[tick] = await one()
  const paced = await pace()
  const answered = times.filter((time) => !Number.isNaN(time))
  const { figures } = (started as Extract<typeof started, { ok: true }>).value.heart
  console.log(
    JSON.stringify({
      p50: percentile(answered, 0.5),
      p99: percentile(answered, 0.99),
      p999: percentile(answered, 0.999),
      missed,
      ...paced,
      ...prefixed('gateway.', figures),
    }),
  )
  process.exit(0)
}

/** On an absolute schedule: what is due is handed over, however late the timer fires. */
async function pace(): Promise<Record<string, number>> {
  const times: number[] = []
  onOrder = (took) => void times.push(took)
  const begun = performance.now()
  let handed = 0
  await new Promise<void>((resolve) => {
    const due = (): void => {
      const until = Math.min(PACED, Math.floor(((performance.now() - begun) / 1000) * PER_SECOND))
      for (; handed < until; handed++) handPaced()
      if (handed < PACED) setTimeout(due, 1)
      else setTimeout(resolve, 200)
    }
    due()
  })
  const all = Float64Array.from(times)
  return {
    paced_p50: percentile(all, 0.5),
    paced_p99: percentile(all, 0.99),
    paced_p999: percentile(all, 0.999),
    paced_orders: all.length,
  }
}

function handPaced(): void {
  const quote = quotes[index++] as Quote
  tell(exchange.quote(quote))
  handedAt.set(quote.at, performance.now())
  market?.onQuote(quote, SYSTEM_CLOCK.monotonic())
}

function prefixed(prefix: string, figures: Readonly<Record<string, number>>) {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [`${prefix}${name}`, value]),
  )
}
