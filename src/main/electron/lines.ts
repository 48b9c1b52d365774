import type { MessagePortMain, WebContents } from 'electron'
import { MessageChannelMain } from 'electron'
import { HOST_CHANNELS } from '../../core/contracts/window-host.ts'
import type { Since } from '../../core/contracts/window-frame.ts'
import type { HostWindows } from '../app/windows/host-windows.ts'
import type { MainPort } from '../app/windows/index.ts'
import { messagePortLine } from '../app/windows/index.ts'

/** Gives a page a line of its own; one that it had before ends with the page that held it. */
export function giveLine(
  contents: WebContents,
  { attach }: Pick<HostWindows, 'attach'>,
  since: Since | undefined,
): void {
  const { port1, port2 } = new MessageChannelMain()
  attach(messagePortLine(mainPort(port1)), since)
  contents.postMessage(HOST_CHANNELS.line, null, [port2])
}

function mainPort(port: MessagePortMain): MainPort {
  const events: NodeJS.EventEmitter = port
  return {
    postMessage: (message) => port.postMessage(message),
    on: (event, listener) => events.on(event, listener),
    start: () => port.start(),
    close: () => port.close(),
  }
}
