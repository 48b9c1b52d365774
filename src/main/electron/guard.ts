import type { Session } from 'electron'
import { app, session, shell } from 'electron'
import { mayShowOutside } from './outside-pages.ts'

/**
 * Pages get no permission, no device, no download, no other page, no window and no view in them.
 */
export function guardPages(): void {
  guardSession(session.defaultSession)
  app.on('session-created', guardSession)
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(({ url }) => {
      if (mayShowOutside(url)) void shell.openExternal(url).catch(() => undefined)
      return { action: 'deny' }
    })
    // A page may load itself anew, and nothing else.
    const stay = (details: { readonly url: string; preventDefault: () => void }): void => {
      if (details.url !== contents.getURL()) details.preventDefault()
    }
    contents.on('will-navigate', stay)
    contents.on('will-frame-navigate', stay)
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
