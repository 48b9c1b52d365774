import type { WindowBridge } from '../../core/contracts/window-host.ts'
import { LINE_MESSAGE } from '../../core/contracts/window-host.ts'
import type { AskPort, PagePort } from './message-port-link.ts'

/**
 * Asks the shell for ports. The first one comes unasked, perhaps before anybody waits for it; each
 * further one is asked for.
 */
export function askPorts(page: Window, bridge: WindowBridge): AskPort {
  let waiting: ((port: PagePort) => void) | undefined
  let early: PagePort | undefined
  let asked = false
  page.addEventListener('message', ({ source, data, ports }) => {
    const [port] = ports
    if (source !== page || data !== LINE_MESSAGE || port === undefined) return
    const use = waiting
    waiting = undefined
    if (use !== undefined) use(port)
    // One that nobody waits for any more would be a window to main for ever.
    else if (asked) port.close()
    else early = port
  })
  return (since, use) => {
    waiting = use
    if (asked) return void bridge.askLine(since).catch(() => undefined)
    asked = true
    queueMicrotask(() => {
      if (early !== undefined && waiting === use) {
        waiting = undefined
        use(early)
      }
      early = undefined
    })
  }
}
