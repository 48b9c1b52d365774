import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { BrowserWindow } from 'electron'
import { screen } from 'electron'
import type { Bounds, Placement, Placements } from './placement.ts'
import { isSeen, readPlacements } from './placement.ts'

/** A window that is dragged says so many times a second; it is written down when it rests. */
const WRITE_AFTER = 400

/** Remembers where windows are, so that the next start shows them there. */
export class WindowPlaces {
  readonly #path: string
  #known: Placements
  #timer: NodeJS.Timeout | undefined

  constructor(path: string) {
    this.#path = path
    this.#known = readPlacements(textOf(path))
  }

  /** Names of windows that were open when the workstation was last left. */
  open(): readonly string[] {
    return Object.entries(this.#known).flatMap(([name, { open }]) => (open ? [name] : []))
  }

  /** Where to show a window; without a place where it was last on a screen that is gone. */
  placeOf(name: string): Partial<Bounds> & { readonly maximized: boolean } {
    const known = this.#known[name]
    if (known === undefined) return { maximized: false }
    const { bounds, maximized } = known
    const { width, height } = bounds
    const screens = screen.getAllDisplays().map(({ workArea }) => workArea)
    return isSeen(bounds, screens) ? { ...bounds, maximized } : { width, height, maximized }
  }

  /** Follows a window from now on. */
  follow(name: string, window: BrowserWindow): void {
    const note = (): void => this.#note(name, placementOf(window, true))
    window.on('resize', note)
    window.on('move', note)
    // What a person closes stays closed; what ends with the program comes back.
    window.on('close', () => this.#note(name, placementOf(window, false)))
    note()
  }

  /** Writes down what waits. */
  write(): void {
    if (this.#timer === undefined) return
    clearTimeout(this.#timer)
    this.#timer = undefined
    try {
      writeFileSync(`${this.#path}.new`, JSON.stringify(this.#known), { mode: 0o600 })
      renameSync(`${this.#path}.new`, this.#path)
    } catch {
      // Without it the windows come up where the system puts them.
    }
  }

  #note(name: string, placement: Placement): void {
    this.#known = { ...this.#known, [name]: placement }
    this.#timer ??= setTimeout(() => this.write(), WRITE_AFTER)
  }
}

function placementOf(window: BrowserWindow, open: boolean): Placement {
  const { x, y, width, height } = window.getNormalBounds()
  return { bounds: { x, y, width, height }, maximized: window.isMaximized(), open }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
