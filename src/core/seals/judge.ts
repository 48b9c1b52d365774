import type { Micros } from '../domain/index.ts'
import type { BeginningReason, Beginning } from './beginning.ts'
import type { NewDigest, Seal, SealedGroup } from './chain.ts'
import { SealChain } from './chain.ts'
import type { SealScroll } from './scroll.ts'

export type SealFault = Pick<Beginning, 'after' | 'until'> & {
  readonly why: Exclude<BeginningReason, 'first' | 'anew'>
}

/** Holds the records of a journal, from the first on, against the seals that were made of them. */
export class SealJudge {
  /** Once all seals held it goes on with what was not sealed yet. */
  readonly chain: SealChain
  readonly #scroll: SealScroll
  #expected: Seal | undefined
  #held: Seal | undefined
  #fault: SealFault | undefined

  constructor(newDigest: NewDigest, scroll: SealScroll) {
    this.#scroll = scroll
    this.chain = new SealChain(newDigest, { sequence: 0, hex: scroll.beginning.hex })
    this.#expectNext()
  }

  /** The last seal that held. */
  get held(): Seal | undefined {
    return this.#held
  }

  /** What is wrong; undefined as long as nothing is. */
  get fault(): SealFault | undefined {
    return this.#fault
  }

  /** Whether there are seals that no record came for yet. */
  get expects(): boolean {
    return this.#expected !== undefined
  }

  /** The next group; nothing more after a fault. */
  take(group: SealedGroup): void {
    this.chain.take(group)
    const expected = this.#expected
    if (expected === undefined || group.last < expected.sequence) return
    const found = group.last === expected.sequence ? this.chain.seal(expected.at) : undefined
    if (found?.hex !== expected.hex) return this.#fail('broken', this.#vouched, expected.sequence)
    this.#held = expected
    this.#expectNext()
  }

  /** The journal holds no more than what was taken. */
  end(): void {
    if (this.#expected === undefined || this.#fault !== undefined) return
    const sealed = this.#scroll.last ?? this.#expected
    this.#fail('lost', this.chain.last, sealed.sequence)
  }

  /**
   * Whether what is wrong is only that the journal is another one: no seal held, and its first
   * record is of after the last of them. Whoever begins an account anew leaves such a journal.
   */
  isAnew(firstAt: Micros): boolean {
    const { last } = this.#scroll
    if (this.#fault === undefined || this.#fault.why === 'unreadable') return false
    return this.#held === undefined && last !== undefined && firstAt > last.at
  }

  get #vouched(): number {
    return this.#held?.sequence ?? 0
  }

  #expectNext(): void {
    const next = this.#scroll.next()
    if (next !== 'unreadable') this.#expected = next
    else this.#fail('unreadable', this.#vouched, this.#scroll.last?.sequence ?? 0)
  }

  #fail(why: SealFault['why'], after: number, until: number): void {
    this.#fault = { why, after, until }
  }
}
