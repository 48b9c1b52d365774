import type { Slice } from './slices.ts'
import { SLICES } from './slices.ts'

export type Painter = (changed: ReadonlySet<Slice>) => void

export interface FrameParts {
  /** Calls once before the next paint. */
  readonly requestFrame: (call: () => void) => void
  /** Milliseconds, monotonic. */
  readonly now: () => number
}

/** What a frame took, for whoever watches. */
export type FrameWatcher = (workMillis: number, startedAt: number) => void

/**
 * One `requestAnimationFrame` for the whole window: whatever arrived since the last frame only
 * marked slices; now each painter whose slices were marked paints once.
 */
export class Frames {
  readonly #parts: FrameParts
  readonly #painters = new Map<Painter, ReadonlySet<Slice>>()
  readonly #watchers = new Set<FrameWatcher>()
  #marked = new Set<Slice>()
  #painting = new Set<Slice>()
  readonly #asked = new Set<Painter>()
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

  markAll(): void {
    for (const slice of SLICES) this.mark(slice)
  }

  /** Paints in the next frame for the first time. @returns what ends it. */
  paint(slices: readonly Slice[], painter: Painter): () => void {
    this.#painters.set(painter, new Set(slices))
    this.repaint(painter)
    return () => void this.#painters.delete(painter)
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
      if (asked || meets(slices, changed)) painter(changed)
    }
    this.#asked.clear()
    changed.clear()
    const took = this.#parts.now() - startedAt
    for (const watcher of this.#watchers) watcher(took, startedAt)
  }
}

function meets(slices: ReadonlySet<Slice>, changed: ReadonlySet<Slice>): boolean {
  for (const slice of slices) if (changed.has(slice)) return true
  return false
}
