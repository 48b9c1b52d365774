import type { Since } from '../../../core/contracts/window-frame.ts'
import type { CommandReply } from '../../../core/contracts/window.ts'
import { isWorkerCommand, openRequest } from '../../../core/contracts/window.ts'
import type { InstrumentId } from '../../../core/domain/index.ts'
import type { Feed, OpenWindow, WindowEnd } from '../feed/index.ts'
import type { Router } from './router.ts'

/** A window that is shown the replica and asks for deeds, whatever carries its frames. */
export interface AttendedWindow {
  /** What the window asks, as a plain object; its answer comes as a frame. */
  readonly request: (value: unknown) => void
  readonly close: () => void
}

/** @param since where a window that comes back had got to. */
export function attendWindow(
  feed: Feed,
  router: Router,
  end: WindowEnd,
  since?: Since,
): AttendedWindow {
  const line = feed.open(end, since)
  return {
    request: (value) => {
      const opened = openRequest(value)
      if (!opened.ok) return line.reply(numberOf(value), refusal(opened.error.message))
      const { request, name, body } = opened.value
      if (isWorkerCommand(name)) {
        void router.route(name, body).then((reply) => line.reply(request, reply))
      } else {
        line.reply(request, watch(line, body))
      }
    },
    close: line.close,
  }
}

function watch(line: OpenWindow, body: unknown): CommandReply {
  const { instruments } = (body ?? {}) as { readonly instruments?: unknown }
  if (!Array.isArray(instruments) || !instruments.every(isInstrument)) {
    return refusal('instruments are a list of their numbers in the directory; an empty one for all')
  }
  line.watch(instruments)
  return { outcome: 'accepted', command: '', code: '', message: '' }
}

function isInstrument(value: unknown): value is InstrumentId {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

function refusal(message: string): CommandReply {
  return { outcome: 'refused', command: '', code: 'command.shape', message }
}

/** Of a request that is none, 0: windows count theirs from 1. */
function numberOf(value: unknown): number {
  const { request } = (value ?? {}) as { readonly request?: unknown }
  return Number.isSafeInteger(request) && (request as number) > 0 ? (request as number) : 0
}
