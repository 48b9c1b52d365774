import type { WindowBridge } from '../../core/contracts/window-host.ts'
import { askPorts } from './ask-ports.ts'
import type { Link } from './link.ts'
import { messagePortLink } from './message-port-link.ts'
import { webSocketLink } from './web-socket-link.ts'

declare global {
  interface Window {
    /** Given by the shell; in a browser there is none. */
    readonly ghtrader?: WindowBridge
  }
}

/** How this page reaches main: by the port that the shell hands it, else by its own server. */
export function linkOfPage(): Link {
  const { ghtrader: bridge, location } = window
  if (bridge !== undefined) return messagePortLink(askPorts(window, bridge))
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:'
  return webSocketLink({
    address: `${scheme}//${location.host}/ws/trading`,
    open: (address) => new WebSocket(address),
    probe: async () => {
      try {
        return (await fetch('/', { method: 'HEAD', cache: 'no-store' })).status
      } catch {
        return 0
      }
    },
  })
}
