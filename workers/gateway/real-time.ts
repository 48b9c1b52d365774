import { setTimeout as sleep } from 'node:timers/promises'
import { SessionTime } from '../../src/core/channel/index.ts'
import type { Loss } from '../../src/core/channel/index.ts'
import type { Command, VenueReport } from '../../src/core/contracts/index.ts'
import { decidesBySession, failure, saying, sayingOf } from '../../src/core/contracts/index.ts'
import type { IntentId, Micros, Quote, SenderId } from '../../src/core/domain/index.ts'
import type { MarketOpening } from '../../src/core/ports/index.ts'
import type { Drive, DriveParts } from './drive.ts'
import type { Trading } from './trading.ts'
import { Turn } from './turn.ts'

/** Every so many runs of the timer others are told the session time. */
const TOLD_EVERY = 5
/**
 * How long the venue has to answer the last cancels, in milliseconds, and how often it is looked.
 */
const LEAVE_WITHIN = 1_000
const LOOK_EVERY = 25
const FOR_EVER = Number.MAX_SAFE_INTEGER as Micros
/**
 * Reports of the venue after which quotes may belong to another trading day, or another account.
 */
const TURNS_BOOKS: ReadonlySet<VenueReport['kind']> = new Set(['ledger', 'settled', 'reset'])

/**
 * Drives a gateway in real time: whatever comes is taken in at once, and what comes in one turn of
 * the loop is kept in one write. A lone quote leaves at once. What the venue said is kept, and
 * told, with the next order or a moment later: no order waits for a write that is not its own.
 */
export class RealTime implements Drive {
  trading: Trading | undefined
  readonly #parts: DriveParts
  readonly #session = new SessionTime()
  readonly #venueIsMarket: boolean
  readonly #turn = new Turn({ end: () => this.#end(), finish: () => this.#finish() })
  /** Whether nothing came in this turn of the loop before. */
  #first = true
  /** Quotes of this turn, and whether the last one brought several. */
  #quotes = 0
  #crowded = false
  #prepared: Trading | undefined
  #sentAt = NaN
  #ticks = 0

  constructor(parts: DriveParts) {
    this.#parts = parts
    this.#venueIsMarket = decidesBySession(parts.station.spec.mode)
  }

  get now(): Micros {
    return this.#session.now(this.#parts.station.clock.monotonic())
  }

  onOpened(opening: MarketOpening): void {
    const { begin, condition, station } = this.#parts
    this.#prepared ??= begin(opening)
    if (this.#prepared === undefined) return
    if (!this.#prepared.lists(opening.instruments)) {
      const words = 'the exchange lists other instruments than before: start the gateway again'
      return void station.fail(failure('worker.start', words))
    }
    const came = this.#hear(opening.at)
    this.trading?.catchUp(opening, this.#session.now(came), came)
    condition.isOver('market')
  }

  onQuote(quote: Quote, sentAt: Micros): void {
    const came = this.#hear(quote.at)
    if (sentAt !== this.#sentAt) {
      this.#sentAt = sentAt
      this.#parts.measures.hop.record(came - sentAt)
    }
    const alone = ++this.#quotes === 1 && this.#first && !this.#crowded
    this.trading?.quote(quote, this.#session.now(came), came, alone)
  }

  onTime(at: Micros): void {
    const came = this.#hear(at)
    this.trading?.time(at, this.#session.now(came))
  }

  /** A venue's stamp is of the market where it is one: beside a feed it moves no session time. */
  onReport(report: VenueReport): void {
    const came = this.#hear(this.#venueIsMarket ? report.at : undefined)
    // The line may mend without a word, as when the venue has taken a login again.
    if (report.kind === 'logged-in') this.#parts.condition.isOver('line')
    this.trading?.report(report, this.#session.now(came))
    // Quotes of a day come after the word that it began.
    if (TURNS_BOOKS.has(report.kind)) this.finish()
  }

  onConnection(connected: boolean): void {
    const came = this.#hear()
    if (connected) this.#parts.condition.isOver('line')
    else this.#parts.condition.is('line', saying('beat.line-broken'))
    this.trading?.connection(connected, this.#session.now(came))
  }

  onLost(loss: Loss): void {
    const code = loss === 'gap' ? 'beat.quotes-missing' : 'beat.exchange-anew'
    this.#parts.condition.is('market', saying(code))
    this.trading?.lose()
  }

  /** There are no steps in real time. */
  onStep(): void {}

  onRun(): void {}

  command(command: Command): void {
    const came = this.#hear()
    this.trading?.command(command, this.#session.now(came), came)
  }

  done(): void {}

  asks(): void {}

  /** Nobody is waited for in real time. */
  heard(): void {}

  watch(): void {
    const came = this.#hear()
    this.trading?.watch(this.#session.now(came))
  }

  tick(): void {
    const { station } = this.#parts
    const came = this.#hear()
    if (this.trading === undefined || Number.isNaN(came)) return
    const now = this.#session.now(came)
    this.trading.look(now)
    if (++this.#ticks % TOLD_EVERY === 0) station.writer.publish({ kind: 'time', at: now })
  }

  drained(): void {
    this.#turn.over()
  }

  finish(): void {
    this.#turn.finish()
  }

  async leave(): Promise<void> {
    const { trading } = this
    const { station } = this.#parts
    if (trading === undefined) return
    const now = this.now
    trading.command(
      {
        kind: 'CancelAll',
        id: `hand-${station.epoch.toString(36)}-quit` as IntentId,
        sender: 'hand' as SenderId,
        epoch: station.epoch,
        validUntil: FOR_EVER,
      },
      now,
      station.clock.monotonic(),
    )
    this.finish()
    for (let waited = 0; waited < LEAVE_WITHIN && isWorking(trading); waited += LOOK_EVERY) {
      await sleep(LOOK_EVERY)
      this.tick()
      this.finish()
      if (waited % 250 === 0) station.heart.beat()
    }
    station.writer.flush()
    // What was told last is on its way before the doors close.
    await sleep(0)
  }

  /**
   * Something came, perhaps with a stamp of the feed: the work of this turn is finished soon.
   *
   * @returns when, by the monotonic clock; NaN where this process may act no more.
   */
  #hear(stamp = NaN as Micros): Micros {
    const came = this.#parts.pulse()
    if (Number.isNaN(came)) {
      this.trading = undefined
      return came
    }
    this.#session.hear(stamp, came)
    this.#prepared?.pass(came)
    if (this.trading === undefined) this.#start(came)
    this.#first = this.#turn.soon()
    return came
  }

  /** Trading begins once the books are read back and it is known what time it is. */
  #start(came: Micros): void {
    if (this.#prepared === undefined || !this.#session.known) return
    const { condition, greet } = this.#parts
    this.trading = this.#prepared
    greet()
    this.trading.start(this.#session.now(came))
    condition.isOver('exchange')
  }

  #end(): void {
    this.#crowded = this.#quotes > 1
    this.#quotes = 0
    const { trading } = this
    if (trading === undefined || !trading.waiting || trading.urgent) return this.#turn.finish()
    this.#parts.station.writer.flush()
    trading.prepare()
    this.#turn.atLeisure()
  }

  #finish(): void {
    const { station, condition } = this.#parts
    station.writer.flush()
    const { trading } = this
    if (trading === undefined || Number.isNaN(this.#parts.pulse())) return
    trading.flush(this.now)
    if (trading.failure !== undefined) {
      condition.is('journal', saying('beat.only-cancels', { failure: sayingOf(trading.failure) }))
    }
  }
}

function isWorking({ state }: Trading): boolean {
  return state.working.some((orders) => orders !== undefined && orders.length > 0)
}
