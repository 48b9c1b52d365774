import type {
  Fen,
  Instrument,
  Lots,
  Micros,
  Offset,
  Position,
  Price,
  Quote,
  Side,
  Ticks,
} from '../domain/index.ts'
import {
  applyFill,
  canApply,
  feeOf,
  longLots,
  marginOf,
  shortLots,
  sign,
  ticksOf,
} from '../domain/index.ts'
import type { State } from '../state/index.ts'
import { accountOf } from '../state/index.ts'
import type { Figure } from './figure.ts'
import { finite, known, unknown } from './figure.ts'

/** An order as if all of it filled at one price. */
export interface Reckoning {
  readonly instrument: Instrument
  /** Of the owner. */
  readonly position: Position
  readonly side: Side
  readonly offset: Offset | undefined
  readonly volume: Lots
  readonly price: Ticks
  readonly now: Micros
}

export interface OrderOutcome {
  /** Lots of the owner afterwards. */
  readonly after: Figure<{ readonly long: number; readonly short: number }>
  readonly fee: Figure<Fen>
  /** Margin and frozen funds as a share of the balance, now and afterwards. */
  readonly marginBefore: Figure<number>
  readonly marginAfter: Figure<number>
  /** Margin that becomes free; negative: that is needed. */
  readonly frees: Figure<Fen>
  /** Profit that closing takes, before the fee; NaN where nothing is closed. */
  readonly closeProfit: Figure<Fen>
  /** What one tick of all its lots is worth. */
  readonly tickWorth: Figure<Fen>
  /**
   * What its lots bring at the worst today, the order's fee included. Opened lots: the price goes
   * to the day's limit against them. Closed lots: their profit at the order's price, which is the
   * worst it fills at. No stop is assumed: the daily-loss latch halts and cancels, it closes
   * nothing, and so bounds no loss.
   */
  readonly worst: Figure<Fen>
  /**
   * Ticks that the price may move against the account's position, as it would be, until the day's
   * result reaches the limit of loss; Infinity where it holds none, negative where it is past.
   */
  readonly latchTicks: Figure<number>
}

export function outcomeOf(state: State, reckoning: Reckoning): OrderOutcome {
  const why = whyUnknown(reckoning)
  const account = accountOf(state, reckoning.now)
  const used = account.margin + account.frozen
  const marginBefore = finite(used / account.balance, 'money')
  const tickWorth = finite((reckoning.instrument.tickValue * reckoning.volume) as Fen, 'facts')
  if (why !== undefined) {
    const none = unknown(why)
    const rest = { after: none, fee: none, marginAfter: none, frees: none, closeProfit: none }
    return { ...rest, marginBefore, tickWorth, worst: none, latchTicks: none }
  }
  const { instrument, position, side, volume, price } = reckoning
  const offset = reckoning.offset as Offset
  const applied = applyFill(position, { side, offset, price, volume })
  const fee = feeOf(instrument, offset, price, volume, applied.closedToday)
  const taken = offset === 'open' ? NaN : applied.profit * instrument.tickValue + 0
  const margin = marginOf(instrument, applied.position) - marginOf(instrument, position)
  const moved = markedBy(state, reckoning) - fee
  return {
    after: known({ long: longLots(applied.position), short: shortLots(applied.position) }),
    fee: known(fee),
    marginBefore,
    marginAfter: finite((used + margin) / (account.balance + moved), 'money'),
    frees: known((0 - margin) as Fen),
    closeProfit: known(taken as Fen),
    tickWorth,
    worst: offset === 'open' ? atLimit(state, reckoning, fee) : known((taken - fee) as Fen),
    latchTicks: latchTicks(state, reckoning, moved),
  }
}

function whyUnknown({ instrument, position, side, offset, volume, price }: Reckoning) {
  if (!Number.isSafeInteger(volume) || volume <= 0) return 'lots' as const
  if (!Number.isSafeInteger(price) || price <= 0) return 'price' as const
  if (offset === undefined || !canApply(position, { side, offset, price, volume })) {
    return 'closing' as const
  }
  const { fees, marginRatio, tickValue } = instrument
  const rates = [fees.open, fees.close, fees.closeToday]
  let sum = marginRatio.long + marginRatio.short + tickValue
  for (const { byValue, byLot } of rates) sum += byValue + byLot
  return Number.isFinite(sum) ? undefined : ('facts' as const)
}

/** Change of the account's result by the fill, marked at the last price; NaN without one. */
function markedBy(state: State, { instrument, side, volume, price }: Reckoning): number {
  const mark = state.marks[instrument.id] ?? NaN
  return sign(side) * (mark - price) * volume * instrument.tickValue
}

function atLimit(state: State, reckoning: Reckoning, fee: Fen): Figure<Fen> {
  const { instrument, side, volume, price } = reckoning
  const quote = state.quotes[instrument.id]
  const furthest = quote && ticksOf(instrument, against(quote, side))
  if (furthest === undefined) return unknown('quote')
  const loss = sign(side) * (furthest - price) * volume * instrument.tickValue - fee
  return finite(loss as Fen, 'limits')
}

function against({ lowerLimit, upperLimit }: Quote, side: Side): Price {
  return side === 'buy' ? lowerLimit : upperLimit
}

function latchTicks(state: State, reckoning: Reckoning, moved: number): Figure<number> {
  const { instrument, side, volume } = reckoning
  const { money, limits, openProfit } = state
  const room = money.closeProfit + openProfit - money.fees + moved + limits.maxDailyLoss
  if (!Number.isFinite(room)) return unknown('quote')
  const { long, short } = state.exposures[instrument.id] ?? { long: 0, short: 0 }
  const net = Math.abs(long - short + sign(side) * volume)
  return known(net === 0 ? Infinity : Math.floor(room / (net * instrument.tickValue)))
}
