import type { FillFact } from '../../../core/contracts/index.ts'
import type {
  Instrument,
  Order,
  Position,
  Price,
  Quote,
  Ticks,
} from '../../../core/domain/index.ts'
import {
  DEPTH,
  NO_LOTS,
  NO_PRICE,
  longLots,
  positionProfit,
  priceOf,
  shortLots,
} from '../../../core/domain/index.ts'
import { accountOf } from '../../../core/state/index.ts'
import { priceText } from '../terminal/figures.ts'
import type { BookView, FillView, OrderView, PositionView, TerminalView } from '../terminal/view.ts'
import type { Assembly } from './assembly.ts'
import { ownerName } from './assembly.ts'

/** The run as the terminal shows it now. */
export function viewOf(assembly: Assembly, speed: number, ticksPerSecond: number): TerminalView {
  const { instance, gateway, observer, log, driver } = assembly
  const { state } = gateway
  const account = accountOf(state, driver.now)
  const { closeProfit, positionProfit: open, fees } = account
  return {
    mode: instance.mode,
    profile: instance.profile,
    state: state.trading.state,
    cause: state.trading.cause,
    reason: state.trading.reason,
    now: driver.now,
    tradingDay: state.tradingDay,
    speed,
    ticks: observer.ticks,
    ticksPerSecond,
    orders: observer.orders,
    fillCount: observer.fills,
    account: {
      balance: account.balance,
      available: account.available,
      dayResult: (closeProfit + open - fees) as typeof fees,
      fees,
    },
    books: shownInstruments(assembly).map((each) => bookView(each, state.quotes[each.id])),
    positions: positionViews(assembly),
    working: state.working.flatMap((orders) =>
      (orders ?? []).map((order) => orderView(assembly, order)),
    ),
    fills: log.fills.map((fill) => fillView(assembly, fill)),
    messages: log.messages.slice(),
  }
}

/** Those with a strategy first. */
function shownInstruments({ market, strategies }: Assembly): readonly Instrument[] {
  const traded = new Set(strategies.map(({ instrument }) => instrument))
  return [...traded, ...market.instruments.filter((each) => !traded.has(each))]
}

function bookView(instrument: Instrument, quote: Quote | undefined): BookView {
  const last = quote?.last ?? NO_PRICE
  const before = quote === undefined || quote.preSettlement > 0 ? quote?.preSettlement : quote.open
  return {
    symbol: instrument.symbol,
    decimals: decimalsOf(instrument),
    last,
    change: last - (before ?? NaN),
    bidPrices: quote?.bidPrices ?? NO_PRICES,
    bidVolumes: quote?.bidVolumes ?? NO_VOLUMES,
    askPrices: quote?.askPrices ?? NO_PRICES,
    askVolumes: quote?.askVolumes ?? NO_VOLUMES,
    spread: (quote?.askPrices[0] ?? NaN) - (quote?.bidPrices[0] ?? NaN),
    volume: quote?.volume ?? NaN,
  }
}

const NO_PRICES = new Array<Price>(DEPTH).fill(NO_PRICE)
const NO_VOLUMES = new Array<typeof NO_LOTS>(DEPTH).fill(NO_LOTS)
const MOST_DECIMALS = 6

/** Decimals that every price of the instrument can be written with. */
function decimalsOf({ tickScale }: Instrument): number {
  if (!(tickScale > 0)) return 2
  let decimals = 0
  while (decimals < MOST_DECIMALS && 10 ** decimals % tickScale !== 0) decimals++
  return decimals
}

function positionViews(assembly: Assembly): readonly PositionView[] {
  const { state } = assembly.gateway
  return state.positions.flatMap((positions) =>
    (positions ?? []).flatMap((position) => {
      const instrument = position && state.instruments[position.instrument]
      if (position === undefined || instrument === undefined) return []
      if (longLots(position) + shortLots(position) === 0) return []
      return [positionView(assembly, position, instrument)]
    }),
  )
}

function positionView(
  assembly: Assembly,
  position: Position,
  instrument: Instrument,
): PositionView {
  const last = assembly.gateway.state.quotes[instrument.id]?.last ?? NaN
  const mark = Math.round((last * instrument.tickScale) / instrument.tickUnits) as Ticks
  return {
    owner: ownerName(assembly, position.owner),
    symbol: instrument.symbol,
    longToday: position.longToday.lots,
    longHistory: position.longHistory.lots,
    shortToday: position.shortToday.lots,
    shortHistory: position.shortHistory.lots,
    openProfit: positionProfit(instrument, position, mark),
  }
}

function orderView(assembly: Assembly, order: Order): OrderView {
  const { side, offset, kind, limit, filled, volume, status, cancelling } = order
  const price = Number.isNaN(limit) ? 'market' : priceAt(assembly, order.instrument, limit)
  return {
    ...named(assembly, order),
    side,
    offset,
    kind,
    price,
    filled,
    volume,
    status,
    cancelling,
  }
}

function fillView(assembly: Assembly, { fill, fee }: FillFact): FillView {
  const { at, side, offset, volume } = fill
  const price = priceAt(assembly, fill.instrument, fill.price)
  return { ...named(assembly, fill), at, side, offset, price, volume, fee }
}

function named(assembly: Assembly, { owner, instrument }: Pick<Order, 'owner' | 'instrument'>) {
  const symbol = assembly.gateway.state.instruments[instrument]?.symbol ?? `${instrument}`
  return { owner: ownerName(assembly, owner), symbol }
}

function priceAt({ gateway }: Assembly, id: Order['instrument'], ticks: Ticks): string {
  const instrument = gateway.state.instruments[id]
  return instrument === undefined
    ? `${ticks} ticks`
    : priceText(priceOf(instrument, ticks), decimalsOf(instrument))
}
