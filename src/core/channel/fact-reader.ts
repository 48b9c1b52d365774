import type { Codec } from '../contracts/codec.ts'
import { topicsOf } from '../contracts/codec.ts'
import type { BeatFact, Fact, FactKind, Failure, SnapshotFact } from '../contracts/index.ts'
import type { FactBundle, FactFrame, Message, Origin } from '../contracts/message.ts'
import { BUNDLE_NUMBER } from '../contracts/wire/bundle.ts'
import { LAST_FACT_NUMBER } from '../contracts/wire/fact.ts'
import type { Micros, SenderId } from '../domain/index.ts'

/** µs after which a snapshot that did not come is asked for again. */
export const ASK_AGAIN_AFTER = 250_000
/** µs that lie between two questions at least: who loses again and again must not ask for more. */
export const ASK_APART = 50_000
/** Read even of a source that is not followed yet: they begin it, or teach the codec. */
const ALWAYS_READ: readonly FactKind[] = ['snapshot', 'beat', 'directory']

/** Why a follower does no longer know how things stand. */
export type Loss =
  /** A number was left out: something was dropped on the way. */
  | 'gap'
  /** Another life of the source speaks. */
  | 'epoch'

export interface FactReaderOptions {
  readonly codec: Codec
  /** How snapshots for this follower are addressed. */
  readonly requester: SenderId
  /** Kinds that are handed over and whose numbers are watched; others are passed over. */
  readonly follows: readonly FactKind[]
  /** Asks the source for a snapshot. Called again until one comes. */
  readonly ask: () => void
  /** How things stand; what follows counts on from here. */
  readonly onSnapshot: (snapshot: SnapshotFact, origin: Origin) => void
  /** @param at the source's monotonic stamp of the frame. @param seq its number of that kind. */
  readonly onFact: (fact: Fact, seq: number, at: Micros) => void
  /** From now on nothing is handed over until the next snapshot. */
  readonly onLost: (loss: Loss) => void
  /** Beats are handed over always: they tell that the source lives. */
  readonly onBeat?: (beat: BeatFact, at: Micros) => void
  /** Frames that are no facts: reports, or what cannot be read. */
  readonly onOther?: (message: Exclude<Message, FactFrame | FactBundle>) => void
  readonly onUnreadable?: (failure: Failure) => void
}

/**
 * Follows one source: begins with a snapshot, goes on with numbered facts, and begins anew where a
 * number is missing or another life speaks. Frames of one source arrive in order, so whatever
 * comes after a snapshot was said after it, and what came before is contained in it.
 */
export class FactReader {
  readonly #options: FactReaderOptions
  readonly #next = new Map<string, number>()
  readonly #follows: ReadonlySet<string>
  /** First bytes of the frames that are read while the source is followed, and while it is not. */
  readonly #readFollowing: ReadonlySet<number>
  readonly #readLost: ReadonlySet<number>
  #origin: Origin | undefined
  #askAt = -Infinity
  #askedAt = -Infinity
  #asking = true
  /** The newest snapshot that came: one that comes twice would lead back. */
  #seen: { readonly epoch: number; readonly seq: number } | undefined
  /** Process and start, from its beats: a fresh folder counts its epochs from 1 again. */
  #life: string | undefined

  constructor(options: FactReaderOptions) {
    this.#options = options
    // Beats and snapshots have numbers like all others, but nobody waits for the next one.
    const follows = options.follows.filter((kind) => kind !== 'beat' && kind !== 'snapshot')
    this.#follows = new Set(follows)
    this.#readFollowing = numbersOf([...follows, ...ALWAYS_READ]).add(BUNDLE_NUMBER)
    this.#readLost = numbersOf(ALWAYS_READ)
  }

  /** Who speaks; undefined while that is not known. */
  get origin(): Origin | undefined {
    return this.#origin
  }

  get following(): boolean {
    return this.#origin !== undefined
  }

  /** To be called now and then: asks again for what did not come. */
  look(now: Micros): void {
    if (!this.#asking || now < this.#askAt) return
    this.#askAt = now + ASK_AGAIN_AFTER
    this.#askedAt = now
    this.#options.ask()
  }

  /** The source is there now: what was asked before that may not have reached it. */
  arrives(now: Micros): void {
    this.#askAt = Math.min(this.#askAt, this.#askedAt + ASK_APART)
    this.look(now)
  }

  frame(bytes: Uint8Array, now: Micros): void {
    if (this.#passesOver(bytes)) return
    const decoded = this.#options.codec.decode(bytes, this.#readFollowing)
    if (!decoded.ok) return this.#options.onUnreadable?.(decoded.error)
    const message = decoded.value
    if (message.kind === 'facts') this.#facts(message, now)
    else if (message.kind !== 'bundle') this.#options.onOther?.(message)
    else for (const frame of message.frames) this.#facts(frame, now)
  }

  /**
   * Facts that nobody waits for are not read at all: before the first snapshot the steps that
   * prices are counted in are not known either.
   */
  #passesOver(bytes: Uint8Array): boolean {
    const number = bytes[0]
    if (number === undefined || number > LAST_FACT_NUMBER) return false
    return !(this.#origin === undefined ? this.#readLost : this.#readFollowing).has(number)
  }

  #facts(frame: FactFrame, now: Micros): void {
    const first = frame.facts[0]
    if (first === undefined) return
    const { kind } = first
    if (kind === 'snapshot') return this.#snapshot(first, frame)
    if (kind === 'beat') return this.#beat(first, frame, now)
    const origin = this.#origin
    if (origin === undefined) return this.arrives(now)
    if (frame.epoch !== (origin.epoch & 0xffff)) return this.#lose('epoch', now)
    if (!this.#follows.has(kind)) return
    const next = this.#next.get(kind) ?? 1
    if (frame.seq > next) return this.#lose('gap', now)
    const { facts, at } = frame
    for (let index = next - frame.seq; index < facts.length; index++) {
      this.#next.set(kind, frame.seq + index + 1)
      this.#options.onFact(facts[index]!, frame.seq + index, at)
      // What was handed over may have closed this follower or asked for a new beginning.
      if (this.#origin !== origin) return
    }
  }

  /** Gives up what is known, as after a fault of the follower's own, and begins anew. */
  restart(now: Micros): void {
    this.#lose('gap', now)
  }

  #snapshot(fact: SnapshotFact, { origin, seq }: FactFrame): void {
    if (fact.requester !== this.#options.requester || origin === undefined) return
    const { epoch } = origin
    if (this.#seen?.epoch !== epoch) this.#life = undefined
    else if (seq <= this.#seen.seq) return
    this.#seen = { epoch, seq }
    if (!this.#asking) return
    this.#asking = false
    this.#origin = origin
    this.#next.clear()
    for (const [kind, seq] of Object.entries(fact.seqs)) this.#next.set(kind, seq + 1)
    this.#options.onSnapshot(fact, origin)
  }

  #beat(beat: BeatFact, frame: FactFrame, now: Micros): void {
    const origin = this.#origin
    const life = `${beat.pid} ${beat.startedAt}`
    const isNew = this.#life !== life
    const another = this.#life !== undefined && isNew
    this.#life = life
    if (another) this.#seen = undefined
    if (origin === undefined && isNew) this.arrives(now)
    if (origin !== undefined) {
      if (another || frame.epoch !== (origin.epoch & 0xffff)) this.#lose('epoch', now)
      else if (this.#misses(beat)) this.#lose('gap', now)
    }
    this.#options.onBeat?.(beat, frame.at)
  }

  /** The last message of a kind was dropped, and nothing followed that would show it. */
  #misses({ seqs }: BeatFact): boolean {
    for (const kind of this.#follows) {
      const seq = seqs[kind]
      if (seq !== undefined && seq >= (this.#next.get(kind) ?? 1)) return true
    }
    return false
  }

  #lose(loss: Loss, now: Micros): void {
    const known = this.#origin !== undefined
    this.#origin = undefined
    this.#asking = true
    this.#askAt = this.#askedAt + ASK_APART
    if (known) this.#options.onLost(loss)
    this.look(now)
  }
}

function numbersOf(kinds: readonly FactKind[]): Set<number> {
  return new Set(topicsOf(kinds).map((topic) => topic[0]!))
}
