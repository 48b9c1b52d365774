import type { WebSocket } from 'ws'
import type { OpenedRequest, CommandReply } from '../../../core/contracts/window.ts'
import { openRequest } from '../../../core/contracts/window.ts'
import type { Since } from '../../../core/contracts/window-frame.ts'
import type { InstrumentId } from '../../../core/domain/index.ts'
import type { Log } from '../../../core/ports/index.ts'
import type { Feed, OpenWindow } from '../feed/index.ts'
import { Allowance } from './allowance.ts'

/** Bytes that may wait in a window's socket: beyond that it gets nothing until it has read. */
export const MOST_WAITING = 256 * 1024
/** Messages a second that a window may send, and as many more in a burst. */
const MESSAGES_PER_SECOND = 100
const MOST_INSTRUMENTS = 10_000

const NO_TEXT = 1003
const NO_SENSE = 1007
const TOO_MUCH = 1008

export interface WindowHost {
  readonly feed: Pick<Feed, 'open'>
  /** Carries a command out, and tells within 500 ms what became of it. */
  readonly route: (request: OpenedRequest) => Promise<CommandReply>
  readonly log: Log
  /** Monotonic milliseconds. */
  readonly now: () => number
}

/**
 * Joins a window's socket to the feed and the router. What a window sends is JSON text, one
 * request a message; whoever sends what cannot even be answered is cut off, before anything of it
 * had an effect.
 */
export function attachWindow(socket: WebSocket, since: Since | undefined, host: WindowHost): void {
  const { feed, log, now } = host
  const allowance = new Allowance(MESSAGES_PER_SECOND, now)
  const window = feed.open(
    {
      send: (frame) => socket.send(frame),
      writable: () => socket.readyState === socket.OPEN && socket.bufferedAmount < MOST_WAITING,
    },
    since,
  )
  socket.on('close', window.close)
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (isBinary) return refuse(NO_TEXT, 'requests are text')
    if (!allowance.take()) return refuse(TOO_MUCH, 'too many requests')
    const opened = openRequest(parsed(String(data)))
    if (!opened.ok) return refuse(NO_SENSE, opened.error.message)
    void answer(opened.value, window, host)
  })

  function refuse(code: number, words: string): void {
    log.warn(`a window was cut off: ${words}`)
    // A reason may have 123 bytes.
    socket.close(code, words.slice(0, 100))
  }
}

async function answer(
  request: OpenedRequest,
  window: OpenWindow,
  { route }: WindowHost,
): Promise<void> {
  const reply = request.name === 'quotes.watch' ? watch(request, window) : await route(request)
  window.reply(request.request, reply)
}

function watch({ body }: OpenedRequest, window: OpenWindow): CommandReply {
  const { instruments } = (body ?? {}) as { readonly instruments?: unknown }
  if (!isListOfIds(instruments)) {
    const message = `instruments must be a list of at most ${MOST_INSTRUMENTS} numbers`
    return { outcome: 'refused', command: '', code: 'command.shape', message }
  }
  window.watch(instruments)
  return { outcome: 'accepted', command: '', code: '', message: '' }
}

function isListOfIds(value: unknown): value is readonly InstrumentId[] {
  if (!Array.isArray(value) || value.length > MOST_INSTRUMENTS) return false
  return value.every((each: unknown) => Number.isSafeInteger(each) && Number(each) >= 0)
}

/** Undefined for what is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
