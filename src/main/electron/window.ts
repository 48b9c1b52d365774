import { BrowserWindow, app } from 'electron'
import { PAGE_ORIGIN } from './page-path.ts'
import type { WindowPlaces } from './window-places.ts'
import { zoomByKeys } from './zoom.ts'

/** The window with the whole desk; the others are named after their panel. */
export const DESK = 'desk'

const SMALLEST = { minWidth: 480, minHeight: 320 }
const SIZES = { desk: { width: 1440, height: 900 }, panel: { width: 720, height: 560 } }

export interface WindowParts {
  readonly preload: string
  readonly places: WindowPlaces
  /** Makes the title from the page's own. */
  readonly title: (page: string) => string
}

/** Opens the page in a window of its own, whole or one panel of it, without any right of Node's. */
export function openWindow(name: string, { preload, places, title }: WindowParts): BrowserWindow {
  const { maximized, ...place } = places.placeOf(name)
  const window = new BrowserWindow({
    ...(name === DESK ? SIZES.desk : SIZES.panel),
    ...SMALLEST,
    ...place,
    show: false,
    backgroundColor: '#07090c',
    title: title('ghTrader Workstation'),
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      devTools: !app.isPackaged,
      // A desk behind another window still counts silence and plays alarms in time.
      backgroundThrottling: name !== DESK,
    },
  })
  window.on('page-title-updated', (event, page) => {
    event.preventDefault()
    window.setTitle(title(page))
  })
  window.once('ready-to-show', () => {
    if (maximized) window.maximize()
    window.show()
  })
  places.follow(name, window)
  zoomByKeys(window)
  void window.loadURL(addressOf(name)).catch(() => undefined)
  return window
}

/** Brings a window that is already there to the front. */
export function showWindow(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

function addressOf(name: string): string {
  return name === DESK ? `${PAGE_ORIGIN}/` : `${PAGE_ORIGIN}/?panel=${encodeURIComponent(name)}`
}
