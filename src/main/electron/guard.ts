import type { Session } from 'electron'
import { app, session, shell } from 'electron'

/** Pages of others that the page may ask the system's browser to show, with all below them. */
const SHOWN_OUTSIDE: ReadonlySet<string> = new Set(['www.tradingview.com'])

/** Whether an address is one that may leave for the system's browser. */
export function mayShowOutside(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, port, username, password } = new URL(address)
  const plain = port === '' && username === '' && password === ''
  return protocol === 'https:' && plain && SHOWN_OUTSIDE.has(hostname)
}

/** Pages get no permission, no device, no download, no other page, no window and no view in them. */
export function guardPages(): void {
  guardSession(session.defaultSession)
  app.on('session-created', guardSession)
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(({ url }) => {
      if (mayShowOutside(url)) void shell.openExternal(url).catch(() => undefined)
      return { action: 'deny' }
    })
    contents.on('will-navigate', (details) => details.preventDefault())
    contents.on('will-frame-navigate', (details) => details.preventDefault())
    contents.on('will-redirect', (details) => details.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}

function guardSession(guarded: Session): void {
  guarded.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  guarded.setPermissionCheckHandler(() => false)
  guarded.setDevicePermissionHandler(() => false)
  guarded.setDisplayMediaRequestHandler((_request, answer) => answer(null))
  // What the page exports is its own: a file that it made, never one of another place.
  guarded.on('will-download', (event, item) => {
    if (!item.getURL().startsWith('blob:')) event.preventDefault()
  })
}
