import type { Command, Mode, Owner, RiskLimits, VenueReport } from '../../contracts/index.ts'
import type { Epoch, Instrument, Micros, Quote, SessionPhase } from '../../domain/index.ts'
import { MICROS_PER_MILLISECOND, never } from '../../domain/index.ts'
import type { GatewayRecord } from '../../journal/index.ts'
import type { State } from '../../state/index.ts'
import { apply, applyQuote, createState } from '../../state/index.ts'
import { CommandDesk } from './command-desk.ts'
import { Desk } from './desk.ts'
import type { GatewayEffect } from './effects.ts'
import { NO_EFFECTS } from './effects.ts'
import { Freshness } from './freshness.ts'
import { OrderCare } from './order-care.ts'
import { OrderNumbers } from './order-numbers.ts'
import { Planning } from './planning.ts'
import { describe, reconcile } from './reconciliation.ts'
import { restoreRecords } from './restore.ts'
import { Throttle } from './throttle.ts'
import { VenueLine } from './venue-line.ts'
import { bookReport } from './venue-reports.ts'

/** How often unanswered things are looked after while there are any. */
const LOOK_EVERY = 50 * MICROS_PER_MILLISECOND

export interface GatewayOptions {
  readonly mode: Mode
  readonly profile: string
  /** 32 random bits, made once for an installation. */
  readonly installation: number
  readonly epoch: Epoch
  readonly instruments: readonly Instrument[]
  readonly owners: readonly Owner[]
  readonly limits: RiskLimits
  readonly sessionPhase: (instrument: Instrument, now: Micros) => SessionPhase
}

export type GatewayInput = Command | VenueReport | { readonly kind: 'time'; readonly at: Micros }

/**
 * The pure machine that owns an account: books what the venue reports, works targets off, passes
 * every order through the gate, and says what is to be journalled, sent and told.
 *
 * `now` is the decision clock: session time in simulated and replay, a monotonic clock elsewhere.
 * It never runs backward; a clock that does is held at the furthest stamp seen.
 */
export class GatewayEngine {
  readonly state: State
  readonly #options: GatewayOptions
  readonly #desk: Desk
  readonly #freshness = new Freshness()
  readonly #planning: Planning
  readonly #care: OrderCare
  readonly #line: VenueLine
  readonly #commands: CommandDesk
  #now = 0 as Micros
  #lookAt = Infinity
  /** How the gateway stood when it stopped: a person's halt and the loss latch come back. */
  #before: State['trading'] | undefined

  constructor(options: GatewayOptions) {
    const throttle = new Throttle()
    this.#options = options
    this.state = createState()
    apply(this.state, { kind: 'directory', ...options })
    this.state.limits = options.limits
    this.#desk = new Desk(
      this.state,
      options.epoch,
      {
        state: this.state,
        priceLimitsMayLack: options.mode === 'replay',
        venueReady: () => this.#line.ready,
        sessionPhase: options.sessionPhase,
        staleness: (instrument, now) => this.#freshness.staleness(instrument.id, now),
        orderFits: (limits, now) => this.#desk.orderFits(limits, now),
      },
      throttle,
    )
    const numbers = new OrderNumbers(options.profile, options.installation, options.epoch)
    this.#planning = new Planning(this.#desk, numbers)
    this.#care = new OrderCare(this.#desk)
    this.#line = new VenueLine(this.#desk)
    this.#commands = new CommandDesk(
      this.#desk,
      this.#planning,
      numbers,
      options.mode,
      () => this.#line.ready,
    )
  }

  get epoch(): Epoch {
    return this.#options.epoch
  }

  /** Reads the journal of an earlier life back. Once, before `start`. */
  restore(records: readonly GatewayRecord[]): void {
    this.#before = restoreRecords(this.state, records)
  }

  /** Logs in at the venue; trading begins once the books were compared and agree. */
  start(now: Micros): readonly GatewayEffect[] {
    this.#advance(now)
    this.#desk.enter('halted', 'start', 'the books are being compared with the venue', '', now)
    this.#line.logIn(now)
    return this.#finish()
  }

  /** The hot path: a quote arrived. */
  quote(quote: Quote, now: Micros): readonly GatewayEffect[] {
    if (now > this.#now) this.#now = now
    const { instrument } = quote
    this.#freshness.quote(instrument, this.#now)
    applyQuote(this.state, quote)
    if (this.state.openProfit !== 0) this.#watchLoss()
    if (this.#planning.isOpen(instrument)) this.#planning.work(instrument, this.#now)
    if (this.#now >= this.#lookAt) this.#look()
    const effects = this.#desk.take()
    if (effects !== NO_EFFECTS && this.#lookAt === Infinity) {
      this.#lookAt = this.#now + LOOK_EVERY
    }
    return effects
  }

  process(input: GatewayInput, now: Micros): readonly GatewayEffect[] {
    this.#advance(now)
    switch (input.kind) {
      case 'time':
        this.#freshness.beat(this.#now)
        break
      case 'accepted':
      case 'rejected':
      case 'filled':
      case 'cancelled':
      case 'settled':
      case 'beat':
      case 'logged-in':
      case 'order-status':
      case 'cancel-refused':
      case 'ledger':
      case 'connection':
        this.#venue(input)
        break
      default:
        this.#commands.carryOut(input, this.#now)
    }
    return this.#finish()
  }

  /** The step's journal group could not be written: nothing of it was sent, and trading stops. */
  journalFailed(
    effects: readonly GatewayEffect[],
    message: string,
    now: Micros,
  ): readonly GatewayEffect[] {
    this.#advance(now)
    for (const effect of effects) {
      if (effect.kind !== 'send') continue
      const order = this.state.orders.get(effect.order.id)
      if (order === undefined) continue
      const reason = `journal.write: ${message}`
      apply(this.state, { kind: 'order', order: { ...order, status: 'rejected', reason } })
    }
    return this.#haltWithoutJournal(message)
  }

  /** Whether anything is under way: targets unmet, orders working, answers awaited. */
  get busy(): boolean {
    return this.#lookAt !== Infinity
  }

  #venue(report: VenueReport): void {
    const now = this.#now
    switch (report.kind) {
      case 'beat':
        this.#freshness.beat(now)
        return this.#line.heard(report.seq, now)
      case 'logged-in':
        if (report.epoch !== this.#desk.epoch) return
        this.#line.welcomed(report.seq, now)
        this.#care.askAll(now)
        return this.#line.askLedger(now)
      case 'connection':
        return report.connected ? this.#line.logIn(now) : this.#line.lost()
      case 'ledger':
        return this.#compare(report)
      case 'order-status':
        return this.#status(report)
      case 'cancel-refused': {
        const order = this.state.orders.get(report.order)
        if (order?.cancelling) this.#desk.change(order, { cancelling: false, updatedAt: now })
        return
      }
      case 'accepted':
      case 'rejected':
      case 'filled':
      case 'cancelled':
      case 'settled': {
        if (!this.#line.loggedIn || !this.#line.isNext(report, now)) return
        const { order, foreign, settled } = bookReport(this.#desk, report, now)
        if (foreign !== undefined) this.#mismatch(`the venue names order ${foreign}, unknown here`)
        if (order !== undefined) {
          this.#commands.ended(order, now)
          this.#planning.wake(order.instrument)
          this.#planning.work(order.instrument, now)
        }
        if (settled) this.#planning.wakeAll()
        return this.#watchLoss()
      }
      default:
        return never(report)
    }
  }

  #status(report: Extract<VenueReport, { kind: 'order-status' }>): void {
    const now = this.#now
    this.#line.heard(report.seq, now)
    const order = this.state.orders.get(report.order)
    if (order === undefined || report.seq > this.state.venueSeq) return
    if (report.status === 'not-found') {
      if (order.status !== 'pending' && order.status !== 'unknown') return
      const reason = 'venue.not-found: the venue never had it, and never will'
      this.#desk.change(order, { status: 'rejected', cancelling: false, reason, updatedAt: now })
      this.#planning.wake(order.instrument)
    } else if (report.status === 'working' && order.status !== 'working') {
      this.#desk.change(order, { status: 'working', reason: '', updatedAt: now })
    }
  }

  #compare(report: Extract<VenueReport, { kind: 'ledger' }>): void {
    const { ledger } = report
    this.#line.heard(ledger.seq, this.#now)
    if (ledger.seq !== this.state.venueSeq || this.#line.reconciled) return
    this.#commands.ledger = ledger
    const isNew = Number.isNaN(this.state.money.staticBalance)
    if (isNew && ledger.positions.length === 0 && ledger.working.length === 0) this.#open(ledger)
    const differences = reconcile(this.state, ledger)
    if (differences.length > 0) {
      if (this.#care.look(this.#now)) return
      return this.#mismatch(`the books differ from the venue's: ${describe(differences)}`)
    }
    this.#line.reconciled = true
    this.#resume()
  }

  /** A new account takes the venue's cash as its own. */
  #open(ledger: {
    readonly staticBalance: State['money']['staticBalance']
    readonly closeProfit: number
    readonly fees: number
    readonly tradingDay: State['tradingDay']
  }): void {
    const { mode, profile } = this.#options
    const { tradingDay } = ledger
    const cash = (ledger.staticBalance +
      ledger.closeProfit -
      ledger.fees) as State['money']['staticBalance']
    this.#desk.keep({ kind: 'opened', at: this.#now, mode, profile, tradingDay, cash })
    restoreRecords(this.state, [{ kind: 'opened', at: this.#now, mode, profile, tradingDay, cash }])
  }

  /** After an agreeing comparison: back to what it was, unless a person has to lift it. */
  #resume(): void {
    const before = this.#before ?? this.state.trading
    this.#before = undefined
    const stays = ['person', 'loss', 'flattened', 'mismatch'].includes(before.cause)
    if (before.state === 'halted' && stays) {
      this.#desk.enter('halted', before.cause, before.reason, before.person, this.#now)
    } else if (before.state === 'flattening') {
      this.#desk.enter('flattening', before.cause, before.reason, before.person, this.#now)
    } else if (this.#options.mode === 'live') {
      this.#desk.enter('halted', 'reconciled', 'the books agree; arm to trade', '', this.#now)
    } else if (this.state.trading.cause === 'start' || this.state.trading.cause === 'venue') {
      this.#desk.enter('active', 'reconciled', 'the books agree with the venue', '', this.#now)
    }
    this.#planning.wakeAll()
  }

  #mismatch(message: string): void {
    this.#before = undefined
    if (this.state.trading.cause !== 'mismatch') {
      this.#desk.enter('halted', 'mismatch', message, '', this.#now)
    }
    this.#commands.cancelEverything(this.#now)
  }

  #watchLoss(): void {
    const { money, limits, trading, openProfit } = this.state
    const result = money.closeProfit + openProfit - money.fees
    if (result > -limits.maxDailyLoss || trading.cause === 'loss' || !this.#line.ready) return
    if (trading.state === 'halted' || trading.state === 'flattening') return
    const words = `the day's result of ${result / 100} CNY reached the limit of ${-limits.maxDailyLoss / 100}`
    this.#desk.enter('halted', 'loss', words, '', this.#now)
    this.#commands.cancelEverything(this.#now)
  }

  /** Halts and cancels without a record: neither needs one to be safe, and the disk may be full. */
  #haltWithoutJournal(reason: string): readonly GatewayEffect[] {
    const effects: GatewayEffect[] = []
    const at = this.#now
    if (this.state.trading.cause !== 'journal') {
      const fact = {
        kind: 'state',
        at,
        state: 'halted',
        cause: 'journal',
        reason,
        person: '',
      } as const
      apply(this.state, fact)
      effects.push({ kind: 'publish', fact })
    }
    for (const orders of this.state.working) {
      for (const order of (orders ?? []).slice()) {
        if (order.cancelling) continue
        apply(this.state, { kind: 'order', order: { ...order, cancelling: true, updatedAt: at } })
        const { epoch } = this.#desk
        effects.push({ kind: 'ask', request: { kind: 'cancel', epoch, order: order.id } })
      }
    }
    return effects
  }

  #advance(now: Micros): void {
    if (now > this.#now) this.#now = now
  }

  #look(): void {
    const now = this.#now
    const waiting = [
      this.#line.look(now),
      this.#care.look(now),
      this.#desk.drainCancels(now) > 0,
      this.#flattening(),
    ].includes(true)
    this.#lookAt = waiting ? now + LOOK_EVERY : Infinity
  }

  /** Works off what flattening still holds; once nothing is left the account is halted. */
  #flattening(): boolean {
    const { state } = this
    if (state.trading.state !== 'flattening') return false
    const held = state.exposures.some((each) => each && (each.long !== 0 || each.short !== 0))
    const working = state.working.some((orders) => orders && orders.length > 0)
    if (!held && !working) {
      this.#desk.enter(
        'halted',
        'flattened',
        'everything is closed',
        state.trading.person,
        this.#now,
      )
      return false
    }
    for (const instrument of state.instruments) {
      if (instrument !== undefined) this.#planning.work(instrument.id, this.#now)
    }
    return true
  }

  #finish(): readonly GatewayEffect[] {
    if (this.#lookAt === Infinity || this.#now >= this.#lookAt) this.#look()
    return this.#desk.take()
  }
}
