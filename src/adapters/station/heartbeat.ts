import type { FactWriter } from '../../core/channel/index.ts'
import type { Micros } from '../../core/domain/index.ts'
import type { Clock } from '../../core/ports/index.ts'

/** Tells four times a second that this process lives, and how it does. */
export class Heartbeat {
  /** What the process measures of itself; written to at any time, told with the next beat. */
  readonly figures: Record<string, number> = {}
  #ready = false
  #note = 'starting'
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
  isReady(note = ''): void {
    this.#set(true, note)
  }

  /** It waits for something, or cannot do its work: the note says for what, or why. */
  waitsFor(note: string): void {
    this.#set(false, note)
  }

  beat(): void {
    this.#writer.flush()
    this.#writer.publish({
      kind: 'beat',
      at: this.#clock.monotonic(),
      pid: this.#pid,
      startedAt: this.#startedAt,
      ready: this.#ready,
      note: this.#note,
      seqs: this.#writer.seqs(),
      figures: { ...this.figures },
    })
  }

  #set(ready: boolean, note: string): void {
    if (ready === this.#ready && note === this.#note) return
    this.#ready = ready
    this.#note = note
    this.beat()
  }
}
