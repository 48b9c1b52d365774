import type { KeyName } from './key-table.ts'

export interface KeyHandler {
  readonly call: () => void
  /** In which panel it lives; undefined outside of all. */
  readonly panel: string | undefined
  /** What is not on the screen does not act. */
  readonly shown: () => boolean
}

/** Who does what a key says. */
export class Handlers {
  readonly #by = new Map<KeyName, KeyHandler[]>()

  /** @returns what takes it away. */
  attach(name: KeyName, handler: KeyHandler): () => void {
    const list = this.#by.get(name) ?? []
    this.#by.set(name, list)
    list.push(handler)
    return () => {
      const place = list.indexOf(handler)
      if (place >= 0) list.splice(place, 1)
    }
  }

  /**
   * The one of the panel with the focus, else the newest.
   * @param within only one of the panel with the focus will do.
   */
  find(name: KeyName, panel: string | undefined, within: boolean): KeyHandler | undefined {
    const shown = (this.#by.get(name) ?? []).filter((handler) => handler.shown())
    const own = panel === undefined ? undefined : shown.findLast((each) => each.panel === panel)
    return within ? own : (own ?? shown.at(-1))
  }
}
