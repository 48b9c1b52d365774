import type { KeyName } from './key-table.ts'

/** Something that is open above the panels, and closes by Escape. */
export interface Layer {
  readonly close: () => void
  /** Under it the desk's keys are dead; those of trading too, but for stopping it all. */
  readonly dialog: boolean
  /** Keys that act though it is a dialog: those that put another of its kind in its place. */
  readonly lets?: readonly KeyName[]
}

/** What is open, newest last. */
export class Layers {
  readonly #open: Layer[] = []

  /** @returns what tells that it is closed. */
  add(layer: Layer): () => void {
    this.#open.push(layer)
    return () => {
      const place = this.#open.indexOf(layer)
      if (place >= 0) this.#open.splice(place, 1)
    }
  }

  get dialog(): boolean {
    return this.#open.some(({ dialog }) => dialog)
  }

  /** Whether a key of the desk is dead under what is open. */
  covers(name: KeyName): boolean {
    return this.#open.some(({ dialog, lets }) => dialog && lets?.includes(name) !== true)
  }

  /** Closes the newest. @returns false where nothing was open. */
  closeNewest(): boolean {
    const newest = this.#open.at(-1)
    newest?.close()
    return newest !== undefined
  }
}
