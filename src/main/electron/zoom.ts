import type { BrowserWindow } from 'electron'

/** Electron's levels: each is 1.2 times the one before, 0 is as it came. */
const STEP = 0.5
const [LEAST, MOST] = [-3, 5]

/** What of a key tells whether it zooms. */
export interface ZoomKey {
  readonly type: string
  readonly key: string
  readonly control: boolean
  readonly meta: boolean
  readonly alt: boolean
}

/** The level after a key; undefined for one that does not zoom. */
export function zoomAfter(
  { type, key, control, meta, alt }: ZoomKey,
  level: number,
): number | undefined {
  if (type !== 'keyDown' || alt || control === meta) return undefined
  if (key === '0') return 0
  if (key === '+' || key === '=') return Math.min(MOST, level + STEP)
  if (key === '-' || key === '_') return Math.max(LEAST, level - STEP)
  return undefined
}

/** `Ctrl + − 0` as in any browser: without a menu the shell has nobody else for them. */
export function zoomByKeys({ webContents }: BrowserWindow): void {
  webContents.on('before-input-event', (event, input) => {
    const level = zoomAfter(input, webContents.getZoomLevel())
    if (level === undefined) return
    event.preventDefault()
    webContents.setZoomLevel(level)
  })
}
