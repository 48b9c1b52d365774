import type { Station } from '../../src/adapters/station/index.ts'
import { SessionTime } from '../../src/core/channel/index.ts'
import type { Loss } from '../../src/core/channel/index.ts'
import type { Saying, SayingCode, VenueRequest } from '../../src/core/contracts/index.ts'
import { saying } from '../../src/core/contracts/index.ts'
import type { Micros, Quote } from '../../src/core/domain/index.ts'
import type { ReplayExchange } from '../../src/core/exchange/index.ts'
import type { MarketOpening } from '../../src/core/ports/index.ts'
import { Carrier } from './carrier.ts'
import type { Feed } from './feed.ts'
import type { FollowedGateway, QuoteListener } from './followed-gateway.ts'
import { STEP } from './session-clock.ts'
import type { Venue } from './venue.ts'
import type { Voice } from './voice.ts'

const LOST_BY = {
  gap: 'exchange.quotes-missing',
  epoch: 'exchange.quotes-of-another-life',
} as const satisfies Readonly<Record<Loss, SayingCode>>

/** What is followed, as it stood when it was first heard. */
export interface Following {
  readonly gateway: FollowedGateway
  readonly exchange: ReplayExchange
  readonly opening: MarketOpening
  /** µs of session time after which a quote fills nothing any more. */
  readonly freshFor: number
}

export interface FollowFeedParts extends Following {
  readonly station: Station
  readonly voice: Voice
  readonly venue: Venue
  /** Session time of the books' last record; 0 in new books. */
  readonly resumeAt: Micros
}

/**
 * Fills orders at the quotes of a gateway, as they come. Session time is that of the quotes and
 * the monotonic time since, and never earlier than anything in the books.
 */
export class FollowFeed implements Feed, QuoteListener {
  readonly #parts: FollowFeedParts
  readonly #time = new SessionTime()
  readonly #carrier: Carrier
  #at: Micros
  #heard = 0
  #stale = 0
  #lost: Saying | undefined
  #asleep = false

  constructor(parts: FollowFeedParts) {
    this.#parts = parts
    this.#at = parts.resumeAt
    this.#carrier = new Carrier({ ...parts, now: () => this.#reach() })
  }

  begin(): void {
    const { station, gateway, opening } = this.#parts
    gateway.listener = this
    this.#takeOver(opening)
    this.#step()
    station.every(STEP / 1000, () => this.#step())
  }

  get now(): Micros {
    return this.#at
  }

  figures() {
    return { 'quotes.heard': this.#heard, 'quotes.stale': this.#stale }
  }

  standing() {
    return [{ kind: 'time', at: this.#at }] as const
  }

  request(request: VenueRequest): void {
    this.#carrier.request(request)
  }

  /** Nobody is waited for in real time. */
  done(): void {}

  replay(): void {
    this.#parts.station.log.warn(
      'quotes that are followed cannot be replayed: they come as they do',
    )
  }

  /** The market goes on without a machine that sleeps: what it missed fills nothing. */
  power(asleep: boolean): void {
    this.#asleep = asleep
    if (asleep) this.#parts.exchange.lose()
    this.#carrier.rest(asleep)
    this.#tell()
  }

  stop(): Promise<void> {
    this.#carrier.stop()
    return Promise.resolve()
  }

  onOpened(opening: MarketOpening): void {
    this.#lost = undefined
    this.#takeOver(opening)
    const { voice, station } = this.#parts
    voice.health(this.#at, true, saying('exchange.quotes-back', { gateway: this.#name }))
    this.#tell()
    station.flushSoon()
  }

  onQuote(quote: Quote): void {
    this.#hear(quote.at)
    this.#quote(quote)
  }

  onLost(loss: Loss): void {
    const { exchange, voice } = this.#parts
    exchange.lose()
    const lost = saying(LOST_BY[loss], { gateway: this.#name })
    this.#lost = lost
    voice.health(this.#reach(), false, lost)
    this.#tell()
  }

  get #name(): string {
    return this.#parts.gateway.name
  }

  #takeOver({ at, quotes }: MarketOpening): void {
    this.#hear(at)
    for (const quote of quotes) this.#quote(quote)
  }

  #quote(quote: Quote): void {
    const { venue, exchange, freshFor } = this.#parts
    if (venue.failure !== undefined) return
    this.#heard++
    const now = this.#reach()
    if (now - quote.at > freshFor) {
      this.#stale++
      return exchange.see(quote)
    }
    venue.quote(quote, now)
    this.#carrier.carry(now)
  }

  /** Beats come and days end, whether quotes come or not. */
  #step(): void {
    const { venue, voice } = this.#parts
    if (venue.failure !== undefined) return
    const now = this.#reach()
    venue.advance(now)
    this.#carrier.carry(now)
    if (venue.failure === undefined) voice.fact({ kind: 'time', at: now })
  }

  #tell(): void {
    const asleep = this.#asleep ? [saying('beat.asleep-alone')] : []
    this.#parts.station.heart.isReady(...(this.#lost === undefined ? asleep : [this.#lost]))
  }

  #hear(stamp: Micros): void {
    this.#time.hear(stamp, this.#parts.station.clock.monotonic())
  }

  #reach(): Micros {
    const now = this.#time.now(this.#parts.station.clock.monotonic())
    if (now > this.#at) this.#at = now
    return this.#at
  }
}
