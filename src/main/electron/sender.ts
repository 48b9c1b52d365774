import type { IpcMainInvokeEvent } from 'electron'
import { PAGE_ORIGIN } from './page-path.ts'

/** Whether an address is one of the page's own, of whatever path. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host } = new URL(address)
  // `origin` says null of a scheme that is none of the web's.
  return `${protocol}//${host}` === PAGE_ORIGIN
}

/**
 * Throws, which the page sees as a rejection, unless it is our page that asks, by its main frame;
 * a frame that is gone asks for nothing.
 */
export function checkSender({ senderFrame }: Pick<IpcMainInvokeEvent, 'senderFrame'>): void {
  if (senderFrame !== null && senderFrame.parent === null && isOwnAddress(senderFrame.url)) return
  throw new Error('only the page itself may ask')
}
