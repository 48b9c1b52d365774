import type { Since } from './window-frame.ts'

/**
 * What a page is given under Electron, as `window.ghtrader`; in a browser there is no such thing.
 */
export interface WindowBridge {
  readonly host: 'electron'
  /** Shows a panel in a window of its own, or brings that to the front. Rejects what is no id. */
  readonly openPanel: (id: string) => Promise<void>
  /**
   * Asks for a new line, after one that ended; the first comes unasked. Rejects what is no place.
   */
  readonly askLine: (since?: Since) => Promise<void>
}

/**
 * A line to main comes as a message that the page gets from its own window: this is its `data`, and
 * its one port is the line.
 */
export const LINE_MESSAGE = 'ghtrader.line'

/** What main and the preload call their channels; no page gets to see them. */
export const HOST_CHANNELS = {
  line: 'ghtrader:line',
  askLine: 'ghtrader:ask-line',
  openPanel: 'ghtrader:open-panel',
} as const

/** Names of panels, as in the address of a torn-off one: `/?panel=book-2`. */
export function isPanelId(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9][a-z0-9-]{0,63}$/.test(value)
}

/** @returns undefined for what is no place to go on from. */
export function sinceOf(value: unknown): Since | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { life, position } = value as Partial<Record<keyof Since, unknown>>
  if (!isCount(life) || !isCount(position)) return undefined
  return { life, position }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
