import type { LedgerLine, NumberedReport } from '../contracts/index.ts'
import type {
  AppliedFill,
  AppliedTerms,
  Fen,
  Instrument,
  InstrumentId,
  Position,
  Ticks,
  TradingDay,
} from '../domain/index.ts'
import {
  HAND,
  applyFill,
  emptyPosition,
  longLots,
  marginOf,
  positionProfit,
  settle,
  shortLots,
} from '../domain/index.ts'

type Filled = Extract<NumberedReport, { kind: 'filled' }>
type SettledReport = Extract<NumberedReport, { kind: 'settled' }>
type ResetReport = Extract<NumberedReport, { kind: 'reset' }>

/**
 * The exchange's own books of one account. They change by numbered reports alone, in life and
 * when reports are read back, so that both give the same. Owners are the gateway's affair: here
 * there is one position an instrument.
 */
export class Ledger {
  readonly #instruments: readonly (Instrument | undefined)[]
  readonly #positions: Position[] = []
  tradingDay: TradingDay
  staticBalance: Fen
  closeProfit = 0 as Fen
  fees = 0 as Fen

  /** @param instruments by id. */
  constructor(instruments: readonly (Instrument | undefined)[], tradingDay: TradingDay, cash: Fen) {
    this.#instruments = instruments
    this.tradingDay = tradingDay
    this.staticBalance = cash
  }

  position(instrument: InstrumentId): Position {
    return this.#positions[instrument] ?? emptyPosition(HAND, instrument)
  }

  holds(instrument: InstrumentId): boolean {
    const position = this.#positions[instrument]
    return position !== undefined && longLots(position) + shortLots(position) > 0
  }

  /** What a fill would do; changes nothing. @throws RangeError when it closes what is not held. */
  preview(instrument: InstrumentId, fill: AppliedTerms): AppliedFill {
    return applyFill(this.position(instrument), fill)
  }

  /** @throws RangeError when the report contradicts the books. */
  fill(report: Filled): void {
    const { fill, fee, closedToday } = report
    const applied = this.preview(fill.instrument, fill)
    if (applied.closedToday !== closedToday) {
      throw new RangeError(
        `report ${report.seq} closes ${closedToday} of today's lots, the ledger ${applied.closedToday}`,
      )
    }
    const { tickValue } = this.#instrument(fill.instrument)
    this.#positions[fill.instrument] = applied.position
    this.closeProfit = (this.closeProfit + applied.profit * tickValue) as Fen
    this.fees = (this.fees + fee) as Fen
  }

  /** @throws RangeError when a position has no settlement price in the report. */
  settle(report: SettledReport): void {
    let profit = 0
    const settled = new Set<InstrumentId>()
    for (const [id, price] of report.prices) {
      const expires = report.expired.includes(id)
      const outcome = settle(this.#instrument(id), this.position(id), price, expires)
      this.#positions[id] = outcome.position
      profit += outcome.profit
      settled.add(id)
    }
    for (const position of this.#held()) {
      if (!settled.has(position.instrument)) {
        throw new RangeError(
          `report ${report.seq} settles no price for instrument ${position.instrument}, which is held`,
        )
      }
    }
    this.staticBalance = (this.staticBalance + this.closeProfit + profit - this.fees) as Fen
    this.closeProfit = 0 as Fen
    this.fees = 0 as Fen
    this.tradingDay = report.nextTradingDay
  }

  /** @throws RangeError while lots are held. */
  reset({ seq, cash }: ResetReport): void {
    if (this.#held().length > 0) throw new RangeError(`report ${seq} resets while lots are held`)
    this.staticBalance = cash
    this.closeProfit = 0 as Fen
    this.fees = 0 as Fen
  }

  /** Cash with open profit, less margin; what working orders freeze is not yet taken off. */
  available(mark: (instrument: InstrumentId) => Ticks): Fen {
    let money = this.staticBalance + this.closeProfit - this.fees
    for (const position of this.#held()) {
      const instrument = this.#instrument(position.instrument)
      const price = mark(position.instrument)
      if (!Number.isNaN(price)) money += positionProfit(instrument, position, price)
      money -= marginOf(instrument, position)
    }
    return money as Fen
  }

  /** One line for each instrument that is held, by id. */
  lines(): readonly LedgerLine[] {
    return this.#held().map((position) => ({
      instrument: position.instrument,
      longToday: position.longToday.lots,
      longHistory: position.longHistory.lots,
      shortToday: position.shortToday.lots,
      shortHistory: position.shortHistory.lots,
      cost:
        position.longToday.cost +
        position.longHistory.cost -
        position.shortToday.cost -
        position.shortHistory.cost,
    }))
  }

  #held(): Position[] {
    return this.#positions.filter(
      (position) => position !== undefined && longLots(position) + shortLots(position) > 0,
    )
  }

  #instrument(id: InstrumentId): Instrument {
    const instrument = this.#instruments[id]
    if (instrument === undefined) {
      throw new RangeError(`the ledger knows no instrument ${id}; was the directory changed?`)
    }
    return instrument
  }
}
