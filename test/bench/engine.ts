import { createMemoryStore, openMemoryJournal } from '../../src/adapters/journal/index.ts'
import { DEFAULT_LIMITS } from '../../src/core/contracts/index.ts'
import type {
  Epoch,
  Fen,
  Lots,
  OwnerId,
  SenderId,
  TradingDay,
} from '../../src/core/domain/index.ts'
import { Driver, GatewayEngine, StrategyEngine } from '../../src/core/engine/index.ts'
import { createReplayExchange } from '../../src/core/exchange/index.ts'
import { checkParameters, strategyOf } from '../../src/core/strategies/index.ts'
import type { Market } from './recorded-market.ts'
import { recordedMarket } from './recorded-market.ts'

const WARM_UP = 3
const PASSES = 20
/** So choosy that the hour brings some 1,500 orders, as a desk would send, and not ten thousand. */
const RULE = { enter: 0.9, depth: 0.3, rest: 100 }

/**
 * Recorded ticks through features, rule strategy, planner, gate and exchange in one process, with
 * fresh state each pass; the floor reads the same ticks from memory and does nothing.
 */
export async function benchEngine(): Promise<Record<string, number>> {
  const market = await recordedMarket()
  const floors: number[] = []
  const times: number[] = []
  let counts = { orders: 0, fills: 0 }
  for (let pass = 0; pass < WARM_UP + PASSES; pass++) {
    const floor = readOnly(market)
    const run = tradeOnce(market)
    if (pass < WARM_UP) continue
    floors.push(floor)
    times.push(run.seconds)
    counts = run
  }
  const ticks = market.quotes.length
  return {
    ticks,
    recorded: market.recorded ? 1 : 0,
    orders: counts.orders,
    fills: counts.fills,
    ticks_per_second: Math.round(ticks / median(times)),
    slowest_ticks_per_second: Math.round(ticks / Math.max(...times)),
    floor_ticks_per_second: Math.round(ticks / median(floors)),
  }
}

function readOnly({ quotes }: Market): number {
  const from = performance.now()
  let sum = 0
  for (const quote of quotes) sum += quote.volume
  const seconds = (performance.now() - from) / 1_000
  if (!(sum > 0)) throw new Error('the recorded volumes add up to nothing')
  return seconds
}

function tradeOnce(market: Market): { seconds: number; orders: number; fills: number } {
  const counts = { orders: 0, fills: 0 }
  const driver = createDriver(market, counts)
  const { quotes } = market
  driver.start(quotes[0]!.at)
  const from = performance.now()
  for (const quote of quotes) driver.quote(quote)
  const seconds = (performance.now() - from) / 1_000
  return { seconds, ...counts }
}

function createDriver(market: Market, counts: { orders: number; fills: number }): Driver {
  const { instruments } = market
  const epoch = 1 as Epoch
  const tradingDay = 20200821 as TradingDay
  const rule = strategyOf('imbalance')!
  const parameters = checkParameters(rule, RULE)
  if (!parameters.ok) throw new Error(parameters.error.message)
  const owners = [
    { id: 0 as OwnerId, name: 'hand' as SenderId },
    ...instruments.map(({ id, symbol }) => ({ id: (id + 1) as OwnerId, name: symbol as never })),
  ]
  return new Driver({
    gateway: new GatewayEngine({
      mode: 'replay',
      profile: 'bench',
      installation: 1,
      epoch,
      instruments,
      owners,
      limits: { ...DEFAULT_LIMITS, maxDailyLoss: 1e12 as Fen, maxGrossLots: 100 as Lots },
      sessionPhase: () => 'continuous',
    }),
    gatewayJournal: memoryJournal(),
    exchange: createReplayExchange({
      instruments,
      initialCash: 10_000_000_000 as Fen,
      tradingDay,
      rule: 'conservative',
      tradingDayOf: () => tradingDay,
      nextTradingDay: (day) => (day + 1) as TradingDay,
    }),
    exchangeJournal: memoryJournal(),
    strategies: instruments.map(
      (instrument) =>
        new StrategyEngine({
          owner: (instrument.id + 1) as OwnerId,
          sender: instrument.symbol as never,
          instrument,
          strategy: rule.create(parameters.value, instrument, 0 as Lots),
          epoch,
          life: 1,
        }),
    ),
    observer: {
      quote: () => undefined,
      fact: () => undefined,
      target: () => undefined,
      request: ({ kind }) => {
        if (kind === 'submit') counts.orders++
      },
      report: ({ kind }) => {
        if (kind === 'filled') counts.fills++
      },
    },
  })
}

function memoryJournal<JournalRecord>() {
  const opened = openMemoryJournal<JournalRecord>(createMemoryStore())
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value.journal
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}
