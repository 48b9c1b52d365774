/** Composition root under Electron: one instance, one sandboxed window with the built page. */
import { resolve } from 'node:path'
import { app } from 'electron'
import { guardPages } from './electron/guard.ts'
import { registerPageScheme, servePage } from './electron/page.ts'
import { openWindow, showWindow } from './electron/window.ts'

const built = resolve(import.meta.dirname, '..')

function start(): void {
  guardPages()
  servePage(resolve(built, 'renderer'))
  const window = openWindow(resolve(built, 'preload/index.cjs'))
  app.on('second-instance', () => showWindow(window))
}

app.enableSandbox()
registerPageScheme()
app.on('window-all-closed', () => app.quit())
if (app.requestSingleInstanceLock()) app.once('ready', start)
else app.quit()
