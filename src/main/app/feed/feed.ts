import type { OpenedAnswer } from '../../../core/contracts/answer-parts.ts'
import type { Codec } from '../../../core/contracts/codec.ts'
import type { Origin } from '../../../core/contracts/message.ts'
import type { About, Since } from '../../../core/contracts/window-frame.ts'
import type { CommandReply } from '../../../core/contracts/window.ts'
import type { WindowMessage } from '../../../core/contracts/wire/window.ts'
import type { InstrumentId, Micros } from '../../../core/domain/index.ts'
import type { Replica } from '../../../core/replica/index.ts'
import { openingOf } from '../../../core/replica/index.ts'
import type { ReplicaListener } from '../replica/index.ts'
import { FactRing } from './fact-ring.ts'
import { Newest } from './newest.ts'
import type { Stream, WindowEnd } from './stream.ts'
import { createStream, wantedOf, wants } from './stream.ts'

/** Facts that a window may be behind before it has to begin anew. */
const FACTS_KEPT = 10_000
/** Facts of one frame at most, so that the line is asked in between whether it takes more. */
const LARGEST_FRAME = 512
/** µs for which one that nobody sees is told nothing but facts. */
const UNSEEN_EVERY = 1_000_000
/**
 * Parts of answers that a window is sent at a paint, at most: what else it is told comes between.
 */
const PARTS_A_PAINT = 4

export interface FeedOptions {
  readonly replica: Replica
  readonly codec: Codec
  /** Main itself: its epoch is the feed's life. */
  readonly origin: Origin
  readonly runId: string
  readonly about: About
  /** Monotonic. */
  readonly now: () => Micros
  readonly factsKept?: number
}

/** A window's own line. */
export interface OpenWindow {
  /** Whose quotes it wants from now on; an empty list for all. */
  readonly watch: (instruments: readonly InstrumentId[]) => void
  /**
   * Whether anybody can see it. One that nobody sees is told of facts at once, as they may be
   * heard, of quotes and the like once a second.
   */
  readonly see: (seen: boolean) => void
  /** Answers a request of the window, at once and whatever else waits. */
  readonly reply: (request: number, reply: CommandReply) => void
  /**
   * Hands on what history answered to a request, part by part as the line takes it.
   *
   * @param sent is called once all of it was; never where the window ends before.
   */
  readonly answer: (request: number, answer: OpenedAnswer, sent: () => void) => void
  readonly close: () => void
}

/**
 * Tells every window what changes in the replica, one frame a paint: of quotes and the like the
 * newest, of everything else all, in order. A window that does not read gets nothing meanwhile;
 * what it misses of the newest is conflated further, and its place in the ring of facts costs
 * nothing. Once the ring has moved past that place, the window begins anew with a snapshot.
 */
export class Feed implements ReplicaListener {
  readonly #options: FeedOptions
  readonly #ring: FactRing
  readonly #newest = new Newest()
  readonly #streams = new Set<Stream>()
  readonly #sent = { frames: 0, bytes: 0 }
  #toldTime = 0

  constructor(options: FeedOptions) {
    this.#options = options
    this.#ring = new FactRing(options.factsKept ?? FACTS_KEPT)
    for (const { standing } of options.replica.sources.values()) this.#newest.standing(standing)
    this.#newest.quotes(options.replica.state.quotes)
  }

  readonly quote: ReplicaListener['quote'] = (quote) => this.#newest.quote(quote)
  readonly latest: ReplicaListener['latest'] = (source, fact) => this.#newest.fact(source, fact)
  readonly standing: ReplicaListener['standing'] = (standing) => this.#newest.standing(standing)
  readonly ordered: ReplicaListener['ordered'] = (source, fact) => this.#ring.push({ source, fact })
  readonly anew: ReplicaListener['anew'] = () => {
    this.#ring.begin()
    this.#newest.quotes(this.#options.replica.state.quotes)
  }

  /** How many windows look. */
  get windows(): number {
    return this.#streams.size
  }

  /** What all windows were sent so far. */
  get sent(): { readonly frames: number; readonly bytes: number } {
    return { ...this.#sent }
  }

  /** @param since where a window that comes back had got to. */
  open(end: WindowEnd, since?: Since): OpenWindow {
    const stream = createStream(end)
    if (since?.life === this.#options.origin.epoch && this.#ring.holds(since.position)) {
      stream.position = since.position
      this.#send(stream, { kind: 'resumed', ...this.#head(stream, since.position) })
    }
    this.#streams.add(stream)
    return {
      watch: (instruments) => {
        stream.wanted = wantedOf(instruments)
        stream.moment = 0
      },
      see: (seen) => void (stream.seen = seen),
      reply: (request, reply) => {
        if (!this.#streams.has(stream)) return
        this.#send(stream, { kind: 'reply', request, ...reply, at: this.#options.now() })
      },
      answer: (request, answer, sent) => {
        if (!this.#streams.has(stream)) return
        const parts = answer.parts(request, this.#options.origin.epoch)
        stream.answers.push({ parts, sent })
      },
      close: () => void this.#streams.delete(stream),
    }
  }

  /** To be called once a paint. */
  flush(): void {
    this.#tellTime()
    for (const stream of this.#streams) {
      this.#advance(stream)
      this.#handOn(stream)
    }
  }

  /** A window that wants few quotes knows the time of all of them. */
  #tellTime(): void {
    const { gateway, session } = this.#options.replica
    if (session.at === this.#toldTime) return
    this.#toldTime = session.at
    this.#newest.fact(gateway, { kind: 'time', at: session.at })
  }

  #advance(stream: Stream): void {
    while (stream.end.writable()) {
      const { position } = stream
      if (position === undefined || !this.#ring.holds(position)) this.#begin(stream)
      else if (!this.#goOn(stream, position)) return
    }
  }

  /** In turns, so that a long answer does not keep a short one waiting. */
  #handOn({ answers, end }: Stream): void {
    for (let parts = 0; parts < PARTS_A_PAINT && answers.length > 0 && end.writable(); parts++) {
      const answer = answers.shift()!
      const next = answer.parts.next()
      if (next.done === true) {
        answer.sent()
        continue
      }
      this.#deliver(end, next.value)
      answers.push(answer)
    }
  }

  #begin(stream: Stream): void {
    const { replica, origin, runId, about } = this.#options
    const news = openingOf(replica, (instrument) => wants(stream.wanted, instrument))
    const head = this.#head(stream, this.#ring.end)
    stream.position = head.position
    stream.moment = this.#newest.now
    this.#send(stream, { kind: 'opening', ...head, origin, runId, about, ...news })
  }

  /** @returns whether there may be more to tell. */
  #goOn(stream: Stream, from: number): boolean {
    const facts = this.#ring.after(from, LARGEST_FRAME)
    const position = from + facts.length
    const last = position === this.#ring.end
    const at = this.#options.now()
    const rests = !stream.seen && at - stream.toldAt < UNSEEN_EVERY
    // Quotes of an instrument that was just announced come behind the directory that does so.
    const since = last && !rests ? stream.moment : Infinity
    const sources = this.#newest.standingsSince(since)
    const latest = this.#newest.factsSince(since)
    const quotes = this.#newest.quotesSince(since, stream.wanted)
    if (facts.length + sources.length + latest.length + quotes.length === 0) return false
    const head = this.#head(stream, position)
    stream.position = position
    if (since < Infinity) {
      stream.moment = this.#newest.now
      stream.toldAt = at
    }
    this.#send(stream, { kind: 'changes', ...head, sources, facts, latest, quotes })
    return !last
  }

  #head(stream: Stream, position: number) {
    return { number: ++stream.number, position, at: this.#options.now() }
  }

  #send(stream: Stream, frame: WindowMessage): void {
    const { codec, origin } = this.#options
    this.#deliver(stream.end, codec.encodeWindow(frame, origin.epoch))
  }

  #deliver(end: WindowEnd, bytes: Uint8Array): void {
    this.#sent.frames++
    this.#sent.bytes += bytes.length
    end.send(bytes)
  }
}
