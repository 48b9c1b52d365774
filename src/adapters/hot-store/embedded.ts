import type { Failure } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'
import type { Result } from '../../core/domain/index.ts'
import { failed, ok } from '../../core/domain/index.ts'
import type { HotEntry, HotPlace, HotStore } from '../../core/ports/index.ts'
import { hotChannel, hotKey, hotPrefix } from '../../core/ports/index.ts'
import { channelText, orderById, textOf, valueOf } from './text.ts'

export interface EmbeddedOptions {
  readonly place: HotPlace
  /**
   * Keys and their JSON, as a server would hold them; stores of several instances may share one.
   */
  readonly entries?: Map<string, string>
  /** Hears what is told on a channel, as a subscriber of a server does. */
  readonly onMessage?: (channel: string, text: string) => void
}

/** The hot store where there is no server: in the memory of this process, gone with it. */
export function openEmbeddedHotStore(options: EmbeddedOptions): HotStore {
  const { place, entries = new Map<string, string>(), onMessage } = options
  let isOpen = true
  let latencyMs = Number.NaN

  function answer<Value>(work: () => Value): Promise<Result<Value, Failure>> {
    if (!isOpen) return Promise.resolve(failed(CLOSED))
    latencyMs = 0
    return Promise.resolve(ok(work()))
  }

  function keep({ kind, id, value }: HotEntry): void {
    const text = textOf(value)
    if (text === undefined) entries.delete(hotKey(place, kind, id))
    else entries.set(hotKey(place, kind, id), text)
  }

  function keysOf(prefix: string): readonly string[] {
    return [...entries.keys()].filter((key) => key.startsWith(prefix))
  }

  function get(key: string): unknown {
    const text = entries.get(key)
    return text === undefined ? undefined : valueOf(text)
  }

  return {
    put: (batch) => answer(() => batch.forEach(keep)),
    publish: (message) =>
      answer(() => {
        onMessage?.(hotChannel(place), channelText(place, message))
      }),
    read: (kind, id) => answer(() => get(hotKey(place, kind, id))),
    list: (kind) => {
      const prefix = hotPrefix(place, kind)
      const reading = (key: string) => ({ id: key.slice(prefix.length), value: get(key) })
      return answer(() => orderById(keysOf(prefix).map(reading)))
    },
    clear: () => answer(() => keysOf(hotPrefix(place)).forEach((key) => entries.delete(key))),
    status: () => ({ isConnected: isOpen, lastError: isOpen ? undefined : CLOSED, latencyMs }),
    close: () => {
      isOpen = false
      return Promise.resolve()
    },
  }
}

const CLOSED = explained('store.unreachable/hot-store')
