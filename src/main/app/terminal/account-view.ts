import type { FillFact } from '../../../core/contracts/index.ts'
import { sayingText } from '../../../core/contracts/index.ts'
import type {
  Instrument,
  Micros,
  Order,
  OwnerId,
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
import type { State } from '../../../core/state/index.ts'
import { accountOf } from '../../../core/state/index.ts'
import { priceText } from './figures.ts'
import type { BookView, FillView, OrderView, PositionView, TerminalView } from './view.ts'

/** What the terminal shows of an account, whoever keeps its state. */
export type AccountPart = Pick<
  TerminalView,
  | 'state'
  | 'cause'
  | 'reason'
  | 'now'
  | 'tradingDay'
  | 'account'
  | 'books'
  | 'positions'
  | 'working'
  | 'fills'
>

/**
 * @param traded instruments to be shown first; the others follow in the directory's order.
 * @param fills newest first.
 */
export function accountView(
  state: State,
  now: Micros,
  traded: readonly Instrument[],
  fills: readonly FillFact[],
): AccountPart {
  const { balance, available, closeProfit, positionProfit: open, fees } = accountOf(state, now)
  const first = new Set(traded)
  const others = state.instruments.filter((each) => each !== undefined && !first.has(each))
  const shown = [...first, ...others].filter((each) => each !== undefined)
  return {
    state: state.trading.state,
    cause: state.trading.cause,
    reason: sayingText(state.trading.reason),
    now,
    tradingDay: state.tradingDay,
    account: {
      balance,
      available,
      dayResult: (closeProfit + open - fees) as typeof fees,
      fees,
    },
    books: shown.map((each) => bookView(each, state.quotes[each.id])),
    positions: positionViews(state),
    working: state.working.flatMap((orders) =>
      (orders ?? []).map((order) => orderView(state, order)),
    ),
    fills: fills.map((fill) => fillView(state, fill)),
  }
}

export function ownerName(state: State, owner: OwnerId): string {
  return state.owners[owner]?.name ?? `owner ${owner}`
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

function positionViews(state: State): readonly PositionView[] {
  return state.positions.flatMap((positions) =>
    (positions ?? []).flatMap((position) => {
      const instrument = position && state.instruments[position.instrument]
      if (position === undefined || instrument === undefined) return []
      if (longLots(position) + shortLots(position) === 0) return []
      return [positionView(state, position, instrument)]
    }),
  )
}

function positionView(state: State, position: Position, instrument: Instrument): PositionView {
  const mark = state.marks[instrument.id] ?? (NaN as Ticks)
  return {
    owner: ownerName(state, position.owner),
    symbol: instrument.symbol,
    longToday: position.longToday.lots,
    longHistory: position.longHistory.lots,
    shortToday: position.shortToday.lots,
    shortHistory: position.shortHistory.lots,
    openProfit: positionProfit(instrument, position, mark),
  }
}

function orderView(state: State, order: Order): OrderView {
  const { side, offset, kind, limit, filled, volume, status, cancelling } = order
  const price = Number.isNaN(limit) ? 'market' : priceAt(state, order.instrument, limit)
  return {
    ...named(state, order),
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

function fillView(state: State, { fill, fee }: FillFact): FillView {
  const { at, side, offset, volume } = fill
  const price = priceAt(state, fill.instrument, fill.price)
  return { ...named(state, fill), at, side, offset, price, volume, fee }
}

function named(state: State, { owner, instrument }: Pick<Order, 'owner' | 'instrument'>) {
  const symbol = state.instruments[instrument]?.symbol ?? `${instrument}`
  return { owner: ownerName(state, owner), symbol }
}

function priceAt(state: State, id: Order['instrument'], ticks: Ticks): string {
  const instrument = state.instruments[id]
  return instrument === undefined
    ? `${ticks} ticks`
    : priceText(priceOf(instrument, ticks), decimalsOf(instrument))
}
