import { BrowserWindow } from 'electron'
import { PAGE_ORIGIN } from './page-path.ts'

/** Opens the page in a window of its own, without any right of Node's. */
export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 960,
    height: 600,
    show: false,
    backgroundColor: '#07090c',
    title: 'ghTrader Workstation',
    webPreferences: { preload, sandbox: true, contextIsolation: true, nodeIntegration: false },
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`${PAGE_ORIGIN}/`)
  return window
}

/** Brings the window that is already there to the front. */
export function showWindow(window: BrowserWindow): void {
  if (window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.focus()
}
