import type { WebContents } from 'electron'
import { ipcMain } from 'electron'
import type { Since } from '../../core/contracts/window-frame.ts'
import { HOST_CHANNELS, isPanelId, sinceOf } from '../../core/contracts/window-host.ts'
import { checkSender } from './sender.ts'

export interface PageWishes {
  readonly openPanel: (id: string) => void
  readonly askLine: (contents: WebContents, since: Since | undefined) => void
}

/** Does what pages ask of the shell; a foreign frame and what makes no sense are rejected. */
export function answerPages({ openPanel, askLine }: PageWishes): () => void {
  ipcMain.handle(HOST_CHANNELS.openPanel, (event, id: unknown) => {
    checkSender(event)
    if (!isPanelId(id)) throw new Error('a panel is named by small letters, digits and dashes')
    openPanel(id)
  })
  ipcMain.handle(HOST_CHANNELS.askLine, (event, asked: unknown) => {
    checkSender(event)
    const since = sinceOf(asked)
    if (asked !== undefined && asked !== null && since === undefined) {
      throw new Error('a line goes on from a life and a position')
    }
    askLine(event.sender, since)
  })
  return () => {
    ipcMain.removeHandler(HOST_CHANNELS.openPanel)
    ipcMain.removeHandler(HOST_CHANNELS.askLine)
  }
}
