import type { SettlementFact } from '../../contracts/index.ts'
import type { Fen, Instrument, OwnerId, TradingDay } from '../../domain/index.ts'
import {
  longLots,
  settle,
  shortLots,
  startOfDay,
  TRADING_DAY_TURNS_AT,
  yuan,
} from '../../domain/index.ts'
import type { State } from '../../state/index.ts'
import type { Tape } from '../question.ts'
import type { RowOf } from '../row.ts'
import { realPrice, rowHead } from './context.ts'

/** The moment under which a day's settlement is kept, so that a second one takes its place. */
export function endOfTradingDay(day: TradingDay): number {
  return startOfDay(day) + TRADING_DAY_TURNS_AT
}

/**
 * What the end of a day brings: one row for every owner and contract with lots or fees, and one
 * for the account (owner and symbol empty) with the profit that was closed in the day as well.
 *
 * @param state as it stood before the settlement was applied to it.
 * @param feesOf what an owner paid for a contract on that day.
 */
export function settlementRows(
  tape: Tape,
  state: State,
  fact: SettlementFact,
  ownerName: (owner: OwnerId) => string | undefined,
  feesOf: (owner: OwnerId, instrument: Instrument) => Fen,
): readonly RowOf<'settlements'>[] {
  const head = rowHead(tape, endOfTradingDay(fact.tradingDay), fact.tradingDay)
  const prices = new Map(fact.prices)
  const rows: RowOf<'settlements'>[] = []
  const all = { long: 0, short: 0, profit: 0 }
  for (const position of state.positions.flat()) {
    if (position === undefined) continue
    const instrument = state.instruments[position.instrument]
    const owner = ownerName(position.owner)
    const price = prices.get(position.instrument)
    if (instrument === undefined || owner === undefined || price === undefined) continue
    const { profit } = settle(instrument, position, price, false)
    const fees = feesOf(position.owner, instrument)
    const [long, short] = [longLots(position), shortLots(position)]
    if (long + short + fees === 0) continue
    all.long += long
    all.short += short
    all.profit += profit
    rows.push({
      table: 'settlements',
      ...head,
      owner,
      symbol: instrument.symbol,
      price: realPrice(instrument, price),
      long_lots: long,
      short_lots: short,
      profit: yuan(profit),
      commission: yuan(fees),
    })
  }
  rows.push({
    table: 'settlements',
    ...head,
    owner: '',
    symbol: '',
    price: NaN,
    long_lots: all.long,
    short_lots: all.short,
    profit: yuan((all.profit + state.money.closeProfit) as Fen),
    commission: yuan(state.money.fees),
  })
  return rows
}
