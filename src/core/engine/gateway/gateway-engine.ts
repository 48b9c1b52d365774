import type { AckFact, Mode, Owner, RiskLimits } from '../../contracts/index.ts'
import { failure, saying, sayingOf } from '../../contracts/index.ts'
import type {
  Epoch,
  Instrument,
  InstrumentId,
  Micros,
  Quote,
  SessionPhase,
} from '../../domain/index.ts'
import { MICROS_PER_MILLISECOND } from '../../domain/index.ts'
import type { GatewayRecord } from '../../journal/index.ts'
import type { State } from '../../state/index.ts'
import { apply, applyQuote, createState } from '../../state/index.ts'
import { AccountReset } from './account-reset.ts'
import { CommandDesk } from './command-desk.ts'
import { DecisionClock } from './decision-clock.ts'
import { Desk } from './desk.ts'
import type { GatewayEffect } from './effects.ts'
import { NO_EFFECTS } from './effects.ts'
import { workOff } from './flattening.ts'
import { Freshness } from './freshness.ts'
import type { GatewayInput } from './gateway-input.ts'
import { LossLatch } from './loss-latch.ts'
import { OrderCare } from './order-care.ts'
import { OrderNumbers } from './order-numbers.ts'
import { Planning } from './planning.ts'
import { restoreRecords } from './restore.ts'
import { Silence } from './silence.ts'
import { Throttle } from './throttle.ts'
import { VenueDesk } from './venue-desk.ts'
import { VenueLine } from './venue-line.ts'

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

/**
 * The pure machine that owns an account: books what the venue reports, works targets off, passes
 * every order through the gate, and says what is to be journalled, sent and told.
 *
 * `now` is session time. It never runs backward; one that does is held at the furthest stamp seen.
 * What expires, falls silent or grows stale does so on the decision clock, which outside the
 * built-in market and replays is the monotonic one of `pass`.
 */
export class GatewayEngine {
  readonly state: State
  readonly #options: GatewayOptions
  readonly #desk: Desk
  readonly #throttle = new Throttle()
  readonly #freshness = new Freshness()
  readonly #planning: Planning
  readonly #care: OrderCare
  readonly #line: VenueLine
  readonly #commands: CommandDesk
  readonly #venue: VenueDesk
  readonly #silence: Silence
  readonly #loss: LossLatch
  readonly #reset: AccountReset
  readonly #clock: DecisionClock
  /** On the decision clock. */
  #lookAt = Infinity
  #hadALife = false

  constructor(options: GatewayOptions) {
    const { mode, profile, installation, epoch, instruments, owners } = options
    this.#options = options
    const clock = (this.#clock = new DecisionClock(mode))
    this.state = createState()
    apply(this.state, { kind: 'directory', instruments, owners })
    this.state.limits = options.limits
    const view = {
      state: this.state,
      priceLimitsMayLack: mode === 'replay',
      venueReady: () => mode !== 'monitor' && this.#line.ready,
      sessionPhase: options.sessionPhase,
      staleness: (instrument: Instrument) =>
        this.#freshness.staleness(instrument.id, clock.decision),
      orderFits: (limits: RiskLimits) => this.#desk.orderFits(limits),
    }
    const desk = (this.#desk = new Desk(this.state, epoch, view, this.#throttle, clock))
    const numbers = new OrderNumbers(profile, installation, epoch)
    const planning = (this.#planning = new Planning(desk, numbers))
    const care = (this.#care = new OrderCare(desk))
    const line = (this.#line = new VenueLine(desk))
    const reset = (this.#reset = new AccountReset(desk, line, mode))
    const commands = new CommandDesk({ desk, planning, numbers, mode, line, reset })
    this.#commands = commands
    this.#silence = new Silence(desk, commands, mode)
    this.#loss = new LossLatch(desk, commands, line)
    const watchLoss = (): void => this.#loss.watch(clock.session)
    const joined = { desk, line, care, planning, commands, reset }
    this.#venue = new VenueDesk({ ...joined, mode, profile, watchLoss })
  }

  get epoch(): Epoch {
    return this.#options.epoch
  }

  /** Reads the journal of an earlier life back. Once, before `start`. */
  restore(records: readonly GatewayRecord[]): void {
    this.#hadALife = records.length > 0
    this.#venue.stoodAt(restoreRecords(this.state, records))
  }

  /** Logs in at the venue; trading begins once the books were compared and agree. */
  start(now: Micros): readonly GatewayEffect[] {
    this.#clock.reach(now)
    if (this.#hadALife) this.#throttle.assumeUsed(this.#clock.decision)
    this.#desk.enter('halted', 'start', saying('state.comparing'), '', now)
    this.#line.logIn(now)
    return this.#finish()
  }

  /**
   * The machine's monotonic clock goes on, in µs: to be told before whatever came then, where the
   * market has a clock of its own. In the built-in market and in a replay it changes nothing.
   */
  pass(monotonic: Micros): void {
    this.#clock.pass(monotonic)
  }

  /** The hot path: a quote arrived. */
  quote(quote: Quote, now: Micros): readonly GatewayEffect[] {
    const clock = this.#clock
    clock.reach(now)
    const { instrument } = quote
    this.#freshness.quote(instrument, clock.decision)
    applyQuote(this.state, quote)
    if (this.state.openProfit !== 0) this.#loss.watch(clock.session)
    if (this.#planning.isOpen(instrument)) this.#planning.work(instrument, clock.session)
    if (clock.decision >= this.#lookAt) this.#look()
    const effects = this.#desk.take()
    if (effects !== NO_EFFECTS && this.#lookAt === Infinity) this.#lookLater()
    return effects
  }

  process(input: GatewayInput, now: Micros): readonly GatewayEffect[] {
    this.#clock.reach(now)
    switch (input.kind) {
      case 'time':
        this.#freshness.beat(this.#clock.decision)
        break
      case 'look':
        break
      case 'watch':
        this.#silence.beat(this.#clock)
        break
      case 'beat':
        this.#venueBeat()
        this.#venue.take(input, this.#clock.session)
        break
      case 'accepted':
      case 'rejected':
      case 'filled':
      case 'cancelled':
      case 'settled':
      case 'logged-in':
      case 'order-status':
      case 'cancel-refused':
      case 'reset':
      case 'reset-refused':
      case 'ledger':
      case 'connection':
        this.#venue.take(input, this.#clock.session)
        break
      default:
        this.#commands.carryOut(input, this.#clock.session)
    }
    return this.#finish()
  }

  /**
   * The step's journal group could not be written: nothing of it was sent. From here on nothing is
   * recorded any more, so nothing but cancels can leave; a new life begins with what is on disk.
   */
  journalFailed(
    effects: readonly GatewayEffect[],
    message: string,
    now: Micros,
  ): readonly GatewayEffect[] {
    this.#clock.reach(now)
    this.#desk.stopRecording()
    for (const effect of effects) {
      if (effect.kind === 'ask' && effect.request.kind === 'cancel') this.#desk.ask(effect.request)
      if (effect.kind === 'publish' && effect.fact.kind === 'ack')
        this.#unkept(effect.fact, message)
      if (effect.kind !== 'send') continue
      const order = this.state.orders.get(effect.order.id)
      const reason = `journal.write: ${message}`
      if (order !== undefined) this.#desk.change(order, { status: 'rejected', reason })
    }
    const { session } = this.#clock
    const why = sayingOf(failure('journal.write', message))
    this.#desk.enter('halted', 'journal', why, '', session)
    this.#commands.cancelEverything(session)
    return this.#finish()
  }

  /** What became of the command of a step that was not kept: only a halt or a cancel holds. */
  #unkept(fact: AckFact, message: string): void {
    const held = ['Halt', 'Cancel', 'CancelAll'].includes(fact.commandKind)
    if (held || fact.outcome !== 'accepted') return this.#desk.publish(fact)
    this.#desk.publish({ ...fact, outcome: 'refused', code: 'journal.write', message })
  }

  /** Quotes of an instrument are known to be missing (true), or are whole again (false). */
  gap(instrument: InstrumentId, open: boolean): void {
    this.#freshness.gap(instrument, open)
  }

  /** Where the exchange is the market, its beat is the feed's; a broker's tells no quotes. */
  #venueBeat(): void {
    if (this.#clock.bySession) this.#freshness.beat(this.#clock.decision)
  }

  #lookLater(): void {
    this.#lookAt = this.#clock.decision + LOOK_EVERY
  }

  #look(): void {
    const now = this.#clock.session
    let waiting = this.#line.look(now)
    // Cancels that were never sent go before those that are sent again.
    waiting = this.#desk.drainCancels(now) > 0 || waiting
    waiting = this.#care.look(now) || waiting
    waiting = this.#care.clear(now) || waiting
    waiting = this.#silence.look(this.#clock) || waiting
    waiting = this.#reset.look(now) || waiting
    waiting = workOff(this.#desk, this.#planning, now) || waiting
    if (waiting) this.#lookLater()
    else this.#lookAt = Infinity
  }

  #finish(): readonly GatewayEffect[] {
    if (this.#lookAt === Infinity || this.#clock.decision >= this.#lookAt) this.#look()
    return this.#desk.take()
  }
}
