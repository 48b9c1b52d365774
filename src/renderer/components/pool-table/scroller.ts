import { scrolledTo } from './visible-range.ts'

/** Where tables stood, by their ids: for as long as the page lives. */
const kept = new Map<string, number>()

/**
 * Where one table is scrolled to. It survives that the table is taken out of the page, as happens
 * when its tab is hidden. Nothing here reads the layout within a frame.
 */
export class Scroller {
  readonly #id: string
  #element: HTMLElement | undefined
  #height = 0
  /** The head covers so much of the window. */
  headHeight = 0

  constructor(id: string) {
    this.#id = id
  }

  attach(element: HTMLElement | undefined): void {
    this.#element = element
  }

  /** Pixels above the window. */
  get scrolled(): number {
    return kept.get(this.#id) ?? 0
  }

  /** Pixels that rows have. */
  get height(): number {
    return Math.max(0, this.#height - this.headHeight)
  }

  resize(height: number): void {
    const appears = this.#height === 0 && height > 0
    this.#height = height
    if (appears) this.#write()
  }

  /** The person scrolled. */
  take(): void {
    if (this.#height > 0 && this.#element !== undefined) {
      kept.set(this.#id, this.#element.scrollTop)
    }
  }

  to(scrolled: number): void {
    if (scrolled === this.scrolled) return
    kept.set(this.#id, Math.max(0, scrolled))
    this.#write()
  }

  /** So that a row is seen whole. */
  show(index: number, rowHeight: number): void {
    this.to(scrolledTo(index, this.scrolled, this.height, rowHeight))
  }

  #write(): void {
    if (this.#element !== undefined) this.#element.scrollTop = this.scrolled
  }
}
