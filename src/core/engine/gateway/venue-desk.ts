import type {
  Mode,
  NumberedReport,
  Saying,
  StateFact,
  VenueLedger,
  VenueReport,
} from '../../contracts/index.ts'
import { explained, saying, saysTheSame } from '../../contracts/index.ts'
import type { Fen, Micros, Order } from '../../domain/index.ts'
import { isFinal, never } from '../../domain/index.ts'
import type { AccountReset } from './account-reset.ts'
import type { CommandDesk } from './command-desk.ts'
import type { Desk } from './desk.ts'
import type { OrderCare } from './order-care.ts'
import type { Planning } from './planning.ts'
import { reconcile } from './reconciliation.ts'
import { restoreRecords } from './restore.ts'
import type { VenueLine } from './venue-line.ts'
import { bookReport } from './venue-reports.ts'

/** Halts that come back after a restart: only a person lifts them. */
const LASTING_CAUSES = new Set<StateFact['cause']>(['person', 'loss', 'flattened', 'mismatch'])

export interface VenueDeskParts {
  readonly desk: Desk
  readonly line: VenueLine
  readonly care: OrderCare
  readonly planning: Planning
  readonly commands: CommandDesk
  readonly reset: AccountReset
  readonly mode: Mode
  readonly profile: string
  readonly watchLoss: () => void
}

/** Takes what the venue says: books its reports in order, and compares the books before trading. */
export class VenueDesk {
  readonly #parts: VenueDeskParts
  /** How the gateway stood when it stopped. */
  #before: StateFact | undefined

  constructor(parts: VenueDeskParts) {
    this.#parts = parts
  }

  /** Trading stood like this when the journal ended. */
  stoodAt(before: StateFact | undefined): void {
    this.#before = before
  }

  take(report: VenueReport, now: Micros): void {
    const { desk, line, care } = this.#parts
    switch (report.kind) {
      case 'beat':
        return line.heard(report.seq, now)
      case 'logged-in':
        if (report.epoch !== desk.epoch) return
        line.welcomed(report.seq, now)
        care.askAll(now)
        return line.askLedger(now)
      case 'connection':
        return report.connected ? line.logIn(now) : this.#lost(now)
      case 'ledger':
        return this.#compare(report.ledger, now)
      case 'order-status':
        return this.#answered(report, now)
      case 'cancel-refused': {
        const order = desk.state.orders.get(report.order)
        // A cancel that overtook its order is still wanted: it is asked for again.
        if (!order?.cancelling || order.status !== 'working') return
        desk.change(order, { cancelling: false, updatedAt: now })
        return
      }
      case 'accepted':
      case 'rejected':
      case 'filled':
      case 'cancelled':
      case 'settled':
      case 'reset':
        return this.#book(report, now)
      case 'reset-refused':
        return this.#parts.reset.refused(report, now)
      default:
        return never(report)
    }
  }

  /** Nothing can be sent any more; it is shown, and ends once the books were compared anew. */
  #lost(now: Micros): void {
    const { desk, line } = this.#parts
    line.lost()
    const { state } = desk.state.trading
    if (state !== 'active' && state !== 'reducing') return
    desk.enter('halted', 'venue', saying('state.venue-lost'), '', now)
  }

  #book(report: NumberedReport, now: Micros): void {
    const { desk, line, planning, commands } = this.#parts
    if (!line.loggedIn || !line.isNext(report, now)) return
    const { order, wrong, settled } = bookReport(desk, report, now)
    if (wrong !== undefined) {
      // The books are compared anew, so that a person accepts what the venue says now.
      line.reconciled = false
      commands.ledger = undefined
      this.#mismatch(wrong, now)
    }
    if (report.kind === 'reset' && wrong === undefined) this.#parts.reset.booked(report, now)
    // Before anything is planned on: what this report cost may end the day's trading.
    this.#parts.watchLoss()
    if (order !== undefined) {
      commands.ended(order, now)
      this.#planOn(order, report, now)
    }
    if (settled) planning.wakeAll()
  }

  /**
   * Works the target on. What the market did not fill, and what the venue refused, is not sent
   * again into the very same book: the one waits for the next quote, the other for a second.
   */
  #planOn(order: Order, report: NumberedReport, now: Micros): void {
    const { planning } = this.#parts
    planning.wake(order.instrument)
    if (report.kind === 'rejected') return planning.pause(order, now)
    if (report.kind === 'cancelled' && report.code === 'venue.unfilled') return
    if (isFinal(order.status)) planning.work(order.instrument, now)
  }

  /** An answer may be older than what its order has become since: only a question is answered. */
  #answered(report: Extract<VenueReport, { kind: 'order-status' }>, now: Micros): void {
    const { desk, line, planning } = this.#parts
    line.heard(report.seq, now)
    const order = desk.state.orders.get(report.order)
    if (order === undefined || report.seq > desk.state.venueSeq) return
    if (order.status !== 'pending' && order.status !== 'unknown') return
    if (report.status === 'not-found') {
      const { code, message } = explained('venue.not-found/never')
      const reason = `${code}: ${message}`
      desk.change(order, { status: 'rejected', cancelling: false, reason, updatedAt: now })
      planning.wake(order.instrument)
    } else if (report.status === 'working') {
      desk.change(order, { status: 'working', reason: '', updatedAt: now })
    }
  }

  #compare(ledger: VenueLedger, now: Micros): void {
    const { desk, line, care, commands, reset } = this.#parts
    line.heard(ledger.seq, now)
    if (!line.loggedIn || ledger.seq !== desk.state.venueSeq) return
    reset.compared(now)
    if (line.reconciled) return
    commands.ledger = ledger
    const isNew = Number.isNaN(desk.state.money.staticBalance)
    if (isNew && ledger.positions.length === 0 && ledger.working.length === 0)
      this.#open(ledger, now)
    const differences = reconcile(desk.state, ledger)
    if (differences.length === 0) {
      line.reconciled = true
      return this.#resume(now)
    }
    // What was asked after and is not answered may still explain the difference.
    if (care.look(now)) return
    this.#mismatch(saying('state.books-differ', { differences }), now)
  }

  /** A new account takes the venue's cash as its own. */
  #open(ledger: VenueLedger, now: Micros): void {
    const { desk, mode, profile } = this.#parts
    const { tradingDay, staticBalance, closeProfit, fees } = ledger
    const cash = (staticBalance + closeProfit - fees) as Fen
    const record = { kind: 'opened', at: now, mode, profile, tradingDay, cash } as const
    desk.keep(record)
    restoreRecords(desk.state, [record])
    desk.publishBooks(undefined, now)
  }

  /** After an agreeing comparison: back to what it was, unless a person has to lift it. */
  #resume(now: Micros): void {
    const { desk, planning, mode } = this.#parts
    const { trading } = desk.state
    const before = this.#before ?? trading
    this.#before = undefined
    const lasting = before.state === 'halted' && LASTING_CAUSES.has(before.cause)
    if (lasting || before.state === 'flattening') {
      // What differed until now is not to be read, or signed, any more.
      const differed = before.reason.code === 'state.books-differ'
      const reason = differed ? saying('state.books-agree') : before.reason
      desk.enter(before.state, before.cause, reason, before.person, now)
    } else if (mode === 'live' && trading.cause !== 'venue') {
      desk.enter('halted', 'reconciled', saying('state.arm-to-trade'), '', now)
    } else if (trading.cause === 'start' || trading.cause === 'venue') {
      desk.enter('active', 'reconciled', saying('state.books-agree'), '', now)
    }
    planning.wakeAll()
  }

  #mismatch(why: Saying, now: Micros): void {
    const { desk, commands } = this.#parts
    this.#before = undefined
    const { cause, reason } = desk.state.trading
    if (cause !== 'mismatch' || !saysTheSame(reason, why)) {
      desk.enter('halted', 'mismatch', why, '', now)
    }
    commands.cancelEverything(now)
  }
}
