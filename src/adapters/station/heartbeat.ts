import type { FactWriter } from '../../core/channel/index.ts'
import type { Saying } from '../../core/contracts/index.ts'
import { saying, saysTheSame } from '../../core/contracts/index.ts'
import type { Micros } from '../../core/domain/index.ts'
import type { Clock } from '../../core/ports/index.ts'

/** Tells four times a second that this process lives, and how it does. */
export class Heartbeat {
  /** What the process measures of itself; written to at any time, told with the next beat. */
  readonly figures: Record<string, number> = {}
  #ready = false
  #notes: readonly Saying[] = [saying('beat.starting')]
  readonly #startedAt: Micros
  readonly #writer: FactWriter
  readonly #clock: Clock
  readonly #pid: number

  constructor(writer: FactWriter, clock: Clock, pid: number) {
    this.#writer = writer
    this.#clock = clock
    this.#pid = pid
    this.#startedAt = clock.wall()
  }

  get ready(): boolean {
    return this.#ready
  }

  /** It does its work. */
  isReady(...notes: readonly Saying[]): void {
    this.#set(true, notes)
  }

  /** It waits for something, or cannot do its work: the notes say for what, or why. */
  waitsFor(...notes: readonly Saying[]): void {
    this.#set(false, notes)
  }

  beat(): void {
    this.#writer.flush()
    this.#writer.publish({
      kind: 'beat',
      at: this.#clock.monotonic(),
      pid: this.#pid,
      startedAt: this.#startedAt,
      ready: this.#ready,
      notes: this.#notes,
      seqs: this.#writer.seqs(),
      figures: { ...this.figures },
    })
  }

  #set(ready: boolean, notes: readonly Saying[]): void {
    const told = this.#notes
    const alike =
      notes.length === told.length &&
      notes.every((each, index) => saysTheSame(each, told[index] as Saying))
    if (ready === this.#ready && alike) return
    this.#ready = ready
    this.#notes = notes
    this.beat()
  }
}
