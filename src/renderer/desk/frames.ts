import type { Slice } from './slices.ts'
import { SLICES } from './slices.ts'
import { Turns } from './turns.ts'

/** Returns `goes on` where the next frame draws more of what this one began. */
export type Painter = (changed: ReadonlySet<Slice>) => 'goes on' | void

export type Patience = 'at once' | 'in turn'

export interface FrameParts {
  /** Calls once before the next paint. */
  readonly requestFrame: (call: () => void) => void
  /** Calls once the frame that is being made was painted. */
  readonly afterFrame: (call: () => void) => void
  /** Milliseconds, monotonic. */
  readonly now: () => number
}

const NOTHING: ReadonlySet<Slice> = new Set()

/** What a frame took, for whoever watches. */
export type FrameWatcher = (workMillis: number, startedAt: number) => void

/**
 * One `requestAnimationFrame` for the whole window: whatever arrived since the last frame only
 * marked slices; now each painter whose slices were marked paints once.
 */
export class Frames {
  readonly #parts: FrameParts
  readonly #painters = new Map<Painter, ReadonlySet<Slice>>()
  readonly #patient = new Set<Painter>()
  readonly #turns = new Turns()
  readonly #watchers = new Set<FrameWatcher>()
  #marked = new Set<Slice>()
  #painting = new Set<Slice>()
  readonly #asked = new Set<Painter>()
  readonly #after: (() => void)[] = []
  #requested = false

  constructor(parts: FrameParts) {
    this.#parts = parts
  }

  mark(slice: Slice): void {
    this.#marked.add(slice)
    this.#request()
  }

  /** Paints this one in the next frame, whatever changed. */
  repaint(painter: Painter): void {
    this.#asked.add(painter)
    this.#request()
  }

  /** Paints this one when it is its turn. */
  repaintInTurn(painter: Painter): void {
    if (!this.#turns.waits(painter, NOTHING, NOTHING)) this.#asked.add(painter)
    this.#request()
  }

  markAll(): void {
    for (const slice of SLICES) this.mark(slice)
  }

  /**
   * Paints in the next frame for the first time.
   *
   * @param patience `in turn`: prices and ages alone wait a few frames while frames take long.
   * @returns what ends it.
   */
  paint(slices: readonly Slice[], painter: Painter, patience: Patience = 'at once'): () => void {
    this.#painters.set(painter, new Set(slices))
    if (patience === 'in turn') this.#patient.add(painter)
    this.repaint(painter)
    return () => {
      this.#painters.delete(painter)
      this.#patient.delete(painter)
      this.#turns.leave(painter)
    }
  }

  /** For painters: calls once, after the frame that they paint in is on its way to the screen. */
  afterPaint(call: () => void): void {
    this.#after.push(call)
  }

  /** @param millis that a frame took until it was painted. */
  took(millis: number): void {
    this.#turns.took(millis)
  }

  /** @returns what ends the watching. */
  watch(watcher: FrameWatcher): () => void {
    this.#watchers.add(watcher)
    return () => void this.#watchers.delete(watcher)
  }

  #request(): void {
    if (this.#requested) return
    this.#requested = true
    this.#parts.requestFrame(() => this.#paint())
  }

  #paint(): void {
    const startedAt = this.#parts.now()
    this.#requested = false
    const changed = this.#marked
    this.#marked = this.#painting
    this.#painting = changed
    for (const [painter, slices] of this.#painters) {
      const asked = this.#asked.delete(painter)
      if (!asked && !meets(slices, changed)) continue
      if (!this.#patient.has(painter)) painter(changed)
      else if (asked || !this.#turns.waits(painter, slices, changed))
        painter(this.#turns.claim(painter, changed))
    }
    this.#turns.paint(this.#parts.now)
    this.#asked.clear()
    changed.clear()
    if (this.#turns.someWait) this.#request()
    const took = this.#parts.now() - startedAt
    for (const watcher of this.#watchers) watcher(took, startedAt)
    // What watchers measure is over before what follows a frame begins; each is a task of its own,
    // so that none makes another one long.
    for (const call of this.#after.splice(0)) this.#parts.afterFrame(call)
  }
}

function meets(slices: ReadonlySet<Slice>, changed: ReadonlySet<Slice>): boolean {
  for (const slice of slices) if (changed.has(slice)) return true
  return false
}
