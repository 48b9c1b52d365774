import type { Failure } from '../../../core/contracts/index.ts'
import { explained } from '../../../core/contracts/index.ts'
import { figureRead } from '../../../core/contracts/request-text.ts'
import type { Since } from '../../../core/contracts/window-frame.ts'
import type { OpenedRequest } from '../../../core/contracts/window.ts'
import { isWorkerCommand, openRequest } from '../../../core/contracts/window.ts'
import type { OpenWindow } from '../feed/index.ts'
import { Allowance } from './allowance.ts'
import { OwnCommands } from './own-commands.ts'
import type { WindowHost } from './window-host.ts'
import type { WindowLine } from './window-line.ts'

/** Largest message that a window may send, in characters. */
export const LARGEST_REQUEST = 64 * 1024
/** Messages a second that a window may send, and as many more in a burst. */
const MESSAGES_PER_SECOND = 100
/** Requests of a window that reads nothing: their answers would pile up. */
const MOST_UNREAD = 500

const NO_TEXT = 1003
const NO_SENSE = 1007
const TOO_MUCH = 1008
const TOO_LARGE = 1009

/**
 * Joins a window's line to the feed, the router and what main does itself. What a window sends is
 * JSON text, one request a message; whoever sends what cannot even be answered is cut off, before
 * anything of it had an effect.
 *
 * @param since where it had got to on an earlier line.
 */
export function attachWindow(line: WindowLine, since: Since | undefined, host: WindowHost): void {
  const { feed, book, log, now } = host
  const allowance = new Allowance(MESSAGES_PER_SECOND, now)
  const window = feed.open(line, since)
  const entry = book.open()
  const own = new OwnCommands(host, window, entry)
  let open = true
  let unread = 0
  const leave = (): void => {
    open = false
    window.close()
    entry.close()
  }
  line.listen({
    request: (text) => {
      // What was under way when it was cut off is not looked at.
      if (!open) return
      if (text === undefined) return refuse(NO_TEXT, explained('web.shape/text'))
      if (text.length > LARGEST_REQUEST) return refuse(TOO_LARGE, explained('web.shape/too-large'))
      if (!allowance.take()) return refuse(TOO_MUCH, explained('web.shape/too-many'))
      unread = line.writable() ? 0 : unread + 1
      if (unread > MOST_UNREAD) return refuse(TOO_MUCH, explained('web.shape/unread'))
      const opened = openRequest(parsed(text))
      if (!opened.ok) return refuse(NO_SENSE, opened.error)
      void carryOut(opened.value, own, window, host)
    },
    closed: leave,
  })

  function refuse(code: number, { message }: Failure): void {
    log.warn(`a window was cut off: ${message}`)
    leave()
    // A reason may have 123 bytes.
    line.close(code, message.slice(0, 100))
  }
}

async function carryOut(
  { request, name, body }: OpenedRequest,
  own: OwnCommands,
  window: OpenWindow,
  { route }: WindowHost,
): Promise<void> {
  if (isWorkerCommand(name)) window.reply(request, await route(name, body))
  else await own.carryOut(name, request, body)
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text, figureRead) as unknown
  } catch {
    return undefined
  }
}
