import { FactReader, FactWriter } from '../../../src/core/channel/index.ts'
import type { Loss } from '../../../src/core/channel/index.ts'
import { BUNDLES, createCodec } from '../../../src/core/contracts/codec.ts'
import type { BeatFact, Fact, FactKind } from '../../../src/core/contracts/index.ts'
import { asSaid, sayingText } from '../../../src/core/contracts/index.ts'
import type { FactFrame } from '../../../src/core/contracts/message.ts'
import type { Epoch, Micros, SenderId } from '../../../src/core/domain/index.ts'
import { instrumentFixture } from '../instrument-fixture.ts'
import { quoteFixture } from '../quote-fixture.ts'
import { framesOf } from './frames-of.ts'
import { factOf } from './said-fact.ts'
import type { SaidKind } from './said-fact.ts'

export const FOLLOWER = 'main' as SenderId
/** Kinds that the follower of these tests wants; the source says others too. */
export const FOLLOWED: readonly FactKind[] = ['quote', 'health', 'time']

/** A fact as the source told it. */
export interface Told {
  readonly epoch: number
  readonly seq: number
  readonly fact: Fact
}

/** A process that says facts, remembers all of them in order, and can die and come back. */
export class Source {
  readonly told: Told[] = []
  readonly #numbers = new Map<string, number>()
  /** Where in `told` the fact of a life, kind and number is. */
  readonly #places = new Map<string, number>()
  readonly #send: (frame: Uint8Array) => void
  #clock = 0
  #epoch = 0
  #lives = 0
  #writer!: FactWriter

  constructor(send: (frame: Uint8Array) => void) {
    this.#send = send
    this.restart()
  }

  get epoch(): number {
    return this.#epoch
  }

  /** Begins another life; with the same epoch where that is counted in a fresh folder. */
  restart(epoch = this.#epoch + 1): void {
    this.#epoch = epoch
    this.#lives++
    this.#numbers.clear()
    if (this.told.some((each) => each.epoch === epoch)) this.told.length = 0
    this.#writer = new FactWriter({
      codec: createCodec([instrumentFixture()]),
      origin: {
        source: 'gateway',
        mode: 'simulated',
        profile: 'main',
        epoch: this.#epoch as Epoch,
      },
      send: this.#send,
      now: () => ++this.#clock as Micros,
    })
  }

  quotes(count: number): void {
    for (let each = 0; each < count; each++) {
      const fact = quoteFixture({ at: this.told.length, last: 6000 + (this.told.length % 300) })
      this.#tell(fact)
      this.#writer.quote(fact)
    }
  }

  say(kind: SaidKind): void {
    const fact = factOf(kind, this.told.length)
    this.#tell(fact)
    this.#writer.publish(fact)
  }

  /** Tells it with the other facts of its turn. */
  gather(kind: SaidKind): void {
    const fact = factOf(kind, this.told.length)
    this.#tell(fact)
    this.#writer.gather(fact)
  }

  flush(): void {
    this.#writer.flush()
  }

  beat(): void {
    this.#writer.flush()
    const at = ++this.#clock as Micros
    const said = { pid: this.#lives, startedAt: 0 as Micros, ready: true, notes: [], figures: {} }
    this.#writer.publish({ kind: 'beat', at, ...said, seqs: this.#writer.seqs() })
  }

  answer(requester: SenderId = FOLLOWER): void {
    const saying = asSaid(`${this.told.length} ${this.#lives}`)
    this.#writer.snapshot(requester, [
      { kind: 'health', at: 0 as Micros, ok: true, saying },
      { kind: 'directory', instruments: [instrumentFixture()], owners: [] },
    ])
  }

  /** The same frame of quotes as if it had been cut earlier: known ones before it travel again. */
  cutEarlier(frame: Uint8Array, earlier: number, known: number): Uint8Array {
    const [{ epoch, seq, at, facts }] = framesOf([frame]) as [FactFrame]
    if (frame[0] === BUNDLES[0]) return frame
    if (facts[0]?.kind !== 'quote' || epoch !== this.#epoch || seq > known + 1) return frame
    const first = Math.max(1, seq - earlier)
    const quotes = Array.from({ length: seq - first + facts.length }, (_, index) => {
      const told = this.told[this.indexOf(epoch, 'quote', first + index)]
      if (told?.fact.kind !== 'quote') throw new Error('a quote that was never told')
      return told.fact
    })
    return createCodec([instrumentFixture()]).encodeQuotes(quotes, first, at, epoch)
  }

  indexOf(epoch: number | undefined, kind: FactKind, seq: number): number {
    return this.#places.get(`${epoch} ${kind} ${seq}`) ?? -1
  }

  #tell(fact: Fact): void {
    const seq = (this.#numbers.get(fact.kind) ?? 0) + 1
    this.#numbers.set(fact.kind, seq)
    this.#places.set(`${this.#epoch} ${fact.kind} ${seq}`, this.told.length)
    this.told.push({ epoch: this.#epoch, seq, fact })
  }
}

/**
 * Listens to a source and holds it to its word: what is handed over must be the source's own story
 * from the last snapshot on, each kind without a hole, nothing twice, all kinds in their order; and
 * what was lost is noticed with the next beat at the latest.
 */
export class Follower {
  readonly reader: FactReader
  readonly losses: Loss[] = []
  readonly unreadable: string[] = []
  beats = 0
  snapshots = 0
  /** Called with every fact that was handed over. */
  onTaken: () => void = () => undefined
  /** Index in the source's story of the last thing that it knows; undefined while it is lost. */
  #at: number | undefined
  /** The last number known of each kind. */
  #numbers = new Map<string, number>()
  /** How much of the story it ever knew, and of which life. */
  #furthest = 0
  #life: number | undefined
  readonly #source: Source

  constructor(source: Source, ask: () => void, follows: readonly FactKind[] = FOLLOWED) {
    this.#source = source
    this.reader = new FactReader({
      // It learns from the first snapshot in which steps prices are counted.
      codec: createCodec([]),
      requester: FOLLOWER,
      follows,
      ask,
      onSnapshot: ({ facts }) => this.#begin(facts[0]),
      onFact: (fact, seq) => {
        this.#take(fact, seq)
        this.onTaken()
      },
      onLost: (loss) => {
        if (this.#at === undefined) throw new Error('lost what was lost')
        this.#at = undefined
        this.losses.push(loss)
      },
      onBeat: (beat) => this.#compare(beat),
      onUnreadable: ({ message }) => this.unreadable.push(message),
    })
  }

  /** Whether it knows all that the source told of the kinds it follows, in this life. */
  get upToDate(): boolean {
    const { epoch, told } = this.#source
    if (this.#at === undefined || this.reader.origin?.epoch !== epoch) return false
    const numbers = numbersAt(told, told.length, epoch)
    return FOLLOWED.every((kind) => this.lastOf(kind) === (numbers.get(kind) ?? 0))
  }

  /** The last number that it knows of a kind. */
  lastOf(kind: FactKind): number {
    return this.#numbers.get(kind) ?? 0
  }

  #begin(mark: Fact | undefined): void {
    if (mark?.kind !== 'health') throw new Error('a snapshot without its mark')
    const [at = 0, life] = sayingText(mark.saying).split(' ').map(Number)
    if (life === this.#life && at < this.#furthest) throw new Error('a stale snapshot was taken')
    this.#life = life
    this.#furthest = at
    this.#numbers = numbersAt(this.#source.told, at, this.reader.origin?.epoch)
    this.#at = at - 1
    this.snapshots++
  }

  #take(fact: Fact, seq: number): void {
    if (this.#at === undefined) throw new Error('handed over while nothing was known')
    const epoch = this.reader.origin?.epoch
    const { told } = this.#source
    const index = this.#source.indexOf(epoch, fact.kind, seq)
    const found = JSON.stringify({ epoch, seq, fact })
    const last = this.lastOf(fact.kind)
    if (JSON.stringify(told[index]) !== found) throw new Error(`${found} was never told`)
    if (seq !== last + 1) throw new Error(`${found} was handed over after number ${last}`)
    if (index <= this.#at) throw new Error(`${found} was handed over after what was told later`)
    this.#at = index
    this.#furthest = index + 1
    this.#numbers.set(fact.kind, seq)
  }

  #compare({ seqs }: BeatFact): void {
    this.beats++
    if (this.#at === undefined) return
    for (const kind of FOLLOWED) {
      const said = seqs[kind] ?? 0
      if (said > this.lastOf(kind))
        throw new Error(`${kind} ${said} is missing and a beat did not show it`)
    }
  }
}

/** The last number of each kind in a life, given the story up to some index. */
function numbersAt(
  told: readonly Told[],
  end: number,
  life: number | undefined,
): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const { epoch, seq, fact } of told.slice(0, end)) {
    if (epoch === life) numbers.set(fact.kind, seq)
  }
  return numbers
}
