import { createZeromqBus } from '../../../src/adapters/bus/index.ts'
import { DISK } from '../../../src/adapters/journal/disk.ts'
import { SYSTEM_CLOCK, lineLog } from '../../../src/adapters/process/index.ts'
import { endpointOf } from '../../../src/adapters/process/endpoint.ts'
import type { VenueRequest } from '../../../src/core/contracts/index.ts'
import type { Instrument, Micros, OrderTerms, Quote } from '../../../src/core/domain/index.ts'
import type { ExchangeOutput } from '../../../src/core/exchange/index.ts'
import { createReplayExchange } from '../../../src/core/exchange/index.ts'
import type { MarketDataListener, VenueListener } from '../../../src/core/ports/index.ts'
import { startGateway } from '../../../workers/gateway/start-gateway.ts'
import { CASH, DAY } from './market.ts'
import { moment } from './moment.ts'
import { gatewaySpec } from './specs.ts'
import type { Witness } from './watched-bus.ts'
import { watched } from './watched-bus.ts'

export interface GatewayWitness extends Witness {
  /** A group is about to be written, and is on the disk. */
  readonly onWrite?: () => void
  readonly onWritten?: () => void
  /** An order is with the venue. */
  readonly onOrder?: (order: OrderTerms) => void
  /** The venue's answer was taken in, and what came of it was told. */
  readonly onSettled?: () => void
}

export interface BenchGateway {
  /** Hands a tick to the gateway, as a market's adapter does. @returns when it did. */
  readonly hand: (quote: Quote) => number
  /** The same for one that the venue need not know. */
  readonly tell: (quote: Quote) => void
  /** What the gateway measures of itself. */
  readonly figures: Readonly<Record<string, number>>
}

const nothing = (): void => undefined

/** The gateway worker with a market and a venue of its own in the same process. */
export async function openBenchGateway(
  [runtime, data]: readonly [string, string],
  instrument: Instrument,
  first: Quote,
  witness: GatewayWitness,
  bus = createZeromqBus(),
): Promise<BenchGateway> {
  const { onWrite = nothing, onWritten = nothing, onOrder = nothing, onSettled = nothing } = witness
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
  let at: Micros = first.at
  const tell = ({ reports }: ExchangeOutput): void => {
    for (const report of reports) venue?.onReport(report)
  }
  const send = (request: VenueRequest): void => {
    if (request.kind === 'submit') onOrder(request.order)
    setImmediate(() => {
      tell(exchange.request(request, at))
      setImmediate(onSettled)
    })
  }
  const started = await startGateway(
    gatewaySpec(runtime, data),
    {
      bus: watched(bus, witness),
      clock: SYSTEM_CLOCK,
      log: lineLog('gateway', (line) => process.stderr.write(line)),
      pid: process.pid,
      endpoint: endpointOf,
    },
    {
      ...DISK,
      write: (...told) => {
        onWrite()
        const written = DISK.write(...told)
        onWritten()
        return written
      },
    },
    (_, __, listener) => {
      venue = listener
      return { venue: { send }, follow: (follower) => (market = follower) }
    },
  )
  if (!started.ok) throw new Error(started.error.message)
  tell(exchange.quote(first))
  market?.onOpened({ instruments: [instrument], quotes: [first], at, step: 0, run: undefined })
  return {
    hand: (quote) => {
      at = quote.at
      tell(exchange.quote(quote))
      const handed = moment()
      market?.onQuote(quote, Math.floor(handed) as Micros)
      return handed
    },
    tell: (quote) => market?.onQuote(quote, SYSTEM_CLOCK.monotonic()),
    figures: started.value.heart.figures,
  }
}
