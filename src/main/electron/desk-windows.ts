import type { BrowserWindow } from 'electron'
import type { Saying } from '../../core/contracts/index.ts'
import { saying } from '../../core/contracts/index.ts'
import { isPanelId } from '../../core/contracts/window-host.ts'
import { Crashes } from './crashes.ts'
import type { WindowParts } from './window.ts'
import { DESK, openWindow, showWindow } from './window.ts'

/** So that a page gone wrong cannot cover the screen with windows. */
const MOST = 16

export interface DeskWindowsParts extends WindowParts {
  /** A page was loaded in it, for the first time or again. */
  readonly onLoaded: (window: BrowserWindow) => void
  readonly onTold: (what: Saying) => void
  /** Monotonic milliseconds. */
  readonly now: () => number
}

/**
 * The windows of this workstation by name. One whose page dies is shown anew, until it dies often.
 */
export class DeskWindows {
  readonly #parts: DeskWindowsParts
  readonly #windows = new Map<string, BrowserWindow>()
  readonly #crashes = new Crashes()
  /** Whether a window stays away because its page ended too often. */
  gaveUp = false

  constructor(parts: DeskWindowsParts) {
    this.#parts = parts
  }

  /** Shows the desk, and the panels that were torn off when it was left. */
  begin(): void {
    const panels = this.#parts.places.open().filter((name) => name !== DESK && isPanelId(name))
    this.show(DESK)
    for (const panel of panels) this.show(panel)
  }

  /** Opens a window, or brings the one that is there to the front. */
  show(name: string): void {
    const known = this.#windows.get(name)
    if (known !== undefined) return showWindow(known)
    if (this.#windows.size < MOST) this.#open(name)
    else this.#parts.onTold(saying('window.too-many', { count: MOST, name }))
  }

  #open(name: string): void {
    const { onLoaded } = this.#parts
    const window = openWindow(name, this.#parts)
    this.#windows.set(name, window)
    let closing = false
    // Its process may end before it is gone itself, and that is no crash.
    window.on('close', (event) => {
      closing = !event.defaultPrevented
    })
    window.on('closed', () => {
      if (this.#windows.get(name) === window) this.#windows.delete(name)
    })
    window.webContents.on('did-finish-load', () => onLoaded(window))
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit' && !closing) this.#replace(name, window, reason)
    })
  }

  /** The new window first: without any window the workstation would quit. */
  #replace(name: string, dead: BrowserWindow, reason: string): void {
    const { onTold, now } = this.#parts
    if (this.#windows.get(name) !== dead) return
    if (this.#crashes.again(now())) {
      onTold(saying('window.anew', { name, how: reason }))
      this.#open(name)
    } else {
      onTold(saying('window.gone', { name, how: reason }))
      this.gaveUp = true
      this.#windows.delete(name)
    }
    // Not while it still tells of its end.
    setImmediate(() => {
      if (!dead.isDestroyed()) dead.destroy()
    })
  }
}
