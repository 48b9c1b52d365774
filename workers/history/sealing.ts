import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { gatewayFolder, gatewayRecordTime } from '../../src/adapters/books/book.ts'
import { GroupTail } from '../../src/adapters/journal/group-tail.ts'
import { newSha256 } from '../../src/adapters/seals/index.ts'
import type { Failure } from '../../src/core/contracts/index.ts'
import { explained } from '../../src/core/contracts/index.ts'
import type { Micros } from '../../src/core/domain/index.ts'
import { MICROS_PER_SECOND } from '../../src/core/domain/index.ts'
import type { StoredGroup } from '../../src/core/journal/index.ts'
import type { Clock, Log } from '../../src/core/ports/index.ts'
import type { Seal, SealFault, SealVerdict } from '../../src/core/seals/index.ts'
import { SealJudge } from '../../src/core/seals/index.ts'
import { Failing } from './failing.ts'
import { SealBook } from './seal-book.ts'

export interface SealingParts {
  /** Of the instance, with its books. */
  readonly folder: string
  /** Of the history: the seals lie there. */
  readonly own: string
  readonly clock: Clock
  readonly log: Log
  /** Tells a person once what has just come to be known. */
  readonly tell: (what: Failure) => void
}

export interface SealStatus {
  readonly verdict: SealVerdict
  /** The last seal; while seals are being checked, the last that was found to hold. */
  readonly sealed: Seal | undefined
  readonly fault: SealFault | undefined
  /** For how long nothing can be sealed, milliseconds. */
  readonly failingMs: number
}

export const SEAL_FILE = 'journal.seals'
/** Milliseconds between two pieces of the journal: the loop is for others meanwhile. */
const PAUSE = 5
/** For how long it goes on reading once it is to end. */
const ENDS_WITHIN = MICROS_PER_SECOND

/**
 * Seals the gateway's journal, which it only reads, and at first holds it against the seals of
 * before. All of it happens beside what the process is there for: nobody waits for a seal.
 */
export class Sealing {
  readonly #parts: SealingParts
  readonly #failing = new Failing()
  readonly #path: string
  readonly #journal: string
  #tail: GroupTail
  #book: SealBook | undefined
  #judge: SealJudge | undefined
  /** When the first record of the journal was made. */
  #firstAt = NaN as Micros
  #failure: Failure | undefined
  #working: Promise<Failure | undefined> | undefined
  #endsAt = Infinity

  constructor(parts: SealingParts) {
    this.#parts = parts
    this.#path = join(parts.own, SEAL_FILE)
    this.#journal = gatewayFolder(parts.folder)
    this.#tail = new GroupTail(this.#journal)
  }

  /** To be called once a second. */
  async look(): Promise<void> {
    if (this.#working === undefined && !this.#isEnding) await this.#begin()
  }

  /** Seals what there is, and closes. */
  async end(): Promise<void> {
    this.#endsAt = this.#parts.clock.monotonic() + ENDS_WITHIN
    await this.#working
    await this.#begin()
    await this.#book?.close()
    const { written } = this.#book ?? {}
    if (written === undefined) return
    this.#parts.log.info(`the journal is sealed up to ${written.sequence}: ${written.hex}`)
  }

  status(): SealStatus {
    const judge = this.#judge
    const fault = this.#book?.fault
    const isChecking = judge === undefined || judge.expects
    const sealed = isChecking ? judge?.held : (this.#book?.written ?? judge.held)
    const sound = isChecking ? 'checking' : sealed === undefined ? 'none' : 'intact'
    const failingMs = this.#failing.look(this.#failure, this.#parts.clock.monotonic())
    return { verdict: fault?.why ?? sound, sealed, fault, failingMs }
  }

  /** What a person has to know, as long as it is so. */
  failures(): readonly Failure[] {
    const fault = this.#book?.fault
    const told = fault && this.#explain(fault)
    return [told, this.#failure].filter((each) => each !== undefined)
  }

  get #isEnding(): boolean {
    return this.#endsAt < Infinity
  }

  async #begin(): Promise<void> {
    this.#working = this.#work()
    this.#failure = await this.#working
    this.#working = undefined
  }

  async #work(): Promise<Failure | undefined> {
    if (this.#book === undefined) {
      const failure = await this.#open()
      if (failure !== undefined) return failure
    }
    const { clock } = this.#parts
    for (;;) {
      const looked = this.#tail.look(clock.monotonic(), this.#isEnding)
      if (!looked.ok) return looked.error
      for (const group of looked.value.groups) this.#take(group)
      const { isEnd, isHeld } = looked.value
      if (isEnd && !isHeld && this.#hasRecords) this.#judge?.end()
      if (this.#judge?.fault !== undefined) this.#beginAgain(this.#judge, this.#judge.fault)
      else if (isEnd) break
      if (clock.monotonic() > this.#endsAt) break
      await setTimeout(this.#isEnding ? 0 : PAUSE)
    }
    return this.#seal()
  }

  async #open(): Promise<Failure | undefined> {
    const opened = await SealBook.open(this.#path, this.#parts.clock.wall())
    if (!opened.ok) return opened.error
    const { book, scroll } = opened.value
    if (book.torn !== undefined) this.#warn(book.torn)
    if (book.fault !== undefined) this.#parts.tell(this.#explain(book.fault))
    this.#book = book
    this.#judge = new SealJudge(newSha256, scroll)
    return undefined
  }

  #take(group: StoredGroup): void {
    const [first] = group.records
    if (first?.sequence === 1) this.#firstAt = gatewayRecordTime(first)
    if (this.#judge?.fault === undefined) this.#judge?.take(group)
  }

  /** A journal without a record is one that its gateway has yet to begin. */
  get #hasRecords(): boolean {
    return (this.#judge?.chain.last ?? 0) > 0
  }

  /** Keeps the chain that did not hold, and seals all that the journal has now in a new one. */
  #beginAgain(judge: SealJudge, fault: SealFault): void {
    const isAnew = judge.isAnew(this.#firstAt)
    const scroll = this.#book?.begin(isAnew ? 'anew' : fault.why, fault, this.#parts.clock.wall())
    if (scroll === undefined) return
    if (isAnew) {
      const { until } = fault
      this.#warn(explained('journal.seals/anew', { folder: this.#journal, until }))
    } else this.#parts.tell(this.#explain(fault))
    this.#judge = new SealJudge(newSha256, scroll)
    this.#tail = new GroupTail(this.#journal)
  }

  async #seal(): Promise<Failure | undefined> {
    const book = this.#book
    const judge = this.#judge
    if (book === undefined || judge === undefined) return undefined
    // What is not on the disk yet goes first: else a full disk would fill the memory.
    const failure = await book.write()
    if (failure !== undefined || judge.expects || !judge.chain.waits) return failure
    book.add(judge.chain.seal(this.#parts.clock.wall()))
    return book.write()
  }

  #explain({ why, after, until }: SealFault): Failure {
    const folder = this.#journal
    switch (why) {
      case 'broken':
        return explained('journal.broken/records', { from: after + 1, until, folder })
      case 'lost':
        return explained('journal.lost/records', { found: after, until, folder })
      case 'unreadable':
        return explained('journal.seals/unreadable', { file: this.#path, after })
    }
  }

  #warn(what: Failure): void {
    this.#parts.log.warn(`${what.message} [${what.code}]`)
    this.#parts.tell(what)
  }
}
