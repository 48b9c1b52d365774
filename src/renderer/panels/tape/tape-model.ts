import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { Tape, TapeRow } from '../../../core/desk/tape-rows.ts'
import { shownRows } from '../../../core/desk/tape-rows.ts'
import type { Desk } from '../../desk/index.ts'
import { deskModel } from '../../desk/index.ts'

/** Rows of fewer lots can be left out. */
export const SIZES = [1, 5, 10, 20, 50] as const

export interface TapeSettings {
  readonly leastLots: number
  /** Stands still, to be read. */
  readonly frozen: boolean
}

/** One tape as a person reads it: frozen, filtered, scrolled back. */
export class TapeModel {
  readonly settings: StoreApi<TapeSettings> = createStore<TapeSettings>(() => ({
    leastLots: 1,
    frozen: false,
  }))
  /** As they were painted last, newest first. */
  rows: readonly TapeRow[] = []
  readonly #desk: Desk
  #tape: Tape | undefined
  /** Rows as they were when it was frozen, and how many had come until then. */
  #kept: readonly TapeRow[] = []
  #until = 0
  #back = 0

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** Rows that came since it was frozen. */
  get missed(): number {
    return this.settings.getState().frozen ? (this.#tape?.count ?? 0) - this.#until : 0
  }

  /** All that can be scrolled to, newest first. */
  get all(): readonly TapeRow[] {
    const { frozen, leastLots } = this.settings.getState()
    return shownRows(frozen ? this.#kept : (this.#tape?.rows ?? []), Infinity, leastLots)
  }

  /** Makes the rows of a paint. Another tape is shown live. */
  arrange(tape: Tape, most: number): void {
    if (this.#tape !== tape) {
      this.#tape = tape
      this.#thaw()
    }
    const { frozen, leastLots } = this.settings.getState()
    const shown = shownRows(frozen ? this.#kept : tape.rows, most + this.#back, leastLots)
    this.#back = Math.max(0, Math.min(this.#back, shown.length - 1))
    this.rows = shown.slice(this.#back)
  }

  freeze(frozen = !this.settings.getState().frozen): void {
    if (frozen) {
      this.#kept = [...(this.#tape?.rows ?? [])]
      this.#until = this.#tape?.count ?? 0
      this.settings.setState({ frozen })
    } else this.#thaw()
    this.#desk.frames.mark('pointer')
  }

  /** Back in time by so many rows: what is read stands still; at the newest it is live again. */
  scroll(rows: number): void {
    if (rows > 0 && !this.settings.getState().frozen) this.freeze(true)
    this.#back = Math.max(0, this.#back + rows)
    if (this.#back === 0 && rows < 0) this.freeze(false)
    this.#desk.frames.mark('pointer')
  }

  nextSize(): void {
    const { leastLots } = this.settings.getState()
    const index = SIZES.findIndex((size) => size === leastLots)
    this.settings.setState({ leastLots: SIZES[(index + 1) % SIZES.length] ?? 1 })
    this.#desk.frames.mark('pointer')
  }

  #thaw(): void {
    this.#kept = []
    this.#back = 0
    this.settings.setState({ frozen: false })
  }
}

const tapesOf = deskModel(() => new Map<string, TapeModel>())

/** By panel; it lives as long as the page. */
export function tapeOf(desk: Desk, panel: string): TapeModel {
  const tapes = tapesOf(desk)
  let tape = tapes.get(panel)
  if (tape === undefined) {
    tape = new TapeModel(desk)
    tapes.set(panel, tape)
  }
  return tape
}
