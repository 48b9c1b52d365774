import type { Redis } from 'ioredis'
import type { Failure } from '../../core/contracts/index.ts'
import type { Result } from '../../core/domain/index.ts'
import { ok } from '../../core/domain/index.ts'
import type { HotEntry, HotPlace, HotReading, HotStore } from '../../core/ports/index.ts'
import { hotChannel, hotKey, hotPrefix } from '../../core/ports/index.ts'
import { readRedisAddress } from './redis-address.ts'
import { openRedisLine } from './redis-line.ts'
import { channelText, orderById, textOf, valueOf } from './text.ts'

export interface RedisOptions {
  /** `redis://[user:password@]host[:port][/database]`, or `rediss://`. */
  readonly url: string
  /** Goes before the one of the URL; for one that lies in a file or in the environment. */
  readonly password?: string
  readonly place: HotPlace
  /** How long any call may take, in ms; 1000 unless told. */
  readonly deadlineMs?: number
}

/**
 * The hot store on a Redis server. Connects with the first call.
 *
 * @returns `store.config` for an address that is none; whether somebody is there shows later.
 */
export function openRedisHotStore(options: RedisOptions): Result<HotStore, Failure> {
  const { url, place, deadlineMs = 1000 } = options
  const read = readRedisAddress(url)
  if (!read.ok) return read
  const address = { ...read.value, password: options.password ?? read.value.password }
  const line = openRedisLine(address, deadlineMs)
  return ok({
    put: (entries) => {
      const writes = entries.map((entry) => writeOf(place, entry))
      return line.ask((redis) => writeAll(redis, writes))
    },
    publish: (message) => {
      const text = channelText(place, message)
      return line.ask(async (redis) => {
        await redis.publish(hotChannel(place), text)
      })
    },
    read: (kind, id) =>
      line.ask(async (redis) => {
        const text = await redis.get(hotKey(place, kind, id))
        return text === null ? undefined : valueOf(text)
      }),
    list: (kind) => line.ask((redis) => readAll(redis, hotPrefix(place, kind))),
    clear: () =>
      line.ask(async (redis) => {
        for await (const keys of keysOf(redis, hotPrefix(place))) await redis.unlink(...keys)
      }),
    status: () => line.status(),
    close: () => {
      line.close()
      return Promise.resolve()
    },
  })
}

interface Write {
  readonly key: string
  /** Undefined takes the key out. */
  readonly text: string | undefined
}

function writeOf(place: HotPlace, { kind, id, value }: HotEntry): Write {
  return { key: hotKey(place, kind, id), text: textOf(value) }
}

/** One round trip for all; throws the first refusal, though others may have been written. */
async function writeAll(redis: Redis, writes: readonly Write[]): Promise<void> {
  const pipeline = redis.pipeline()
  for (const { key, text } of writes) {
    if (text === undefined) pipeline.del(key)
    else pipeline.set(key, text)
  }
  for (const [error] of (await pipeline.exec()) ?? []) if (error !== null) throw error
}

async function readAll(redis: Redis, prefix: string): Promise<readonly HotReading[]> {
  const readings = new Map<string, HotReading>()
  for await (const keys of keysOf(redis, prefix)) {
    const texts = await redis.mget(...keys)
    keys.forEach((key, index) => {
      const text = texts[index]
      const id = key.slice(prefix.length)
      // Gone since it was found, or not a text: not one of ours.
      if (typeof text === 'string') readings.set(id, { id, value: valueOf(text) })
    })
  }
  return orderById([...readings.values()])
}

/** Keys that begin so, in pieces; one may come twice. */
async function* keysOf(redis: Redis, prefix: string): AsyncGenerator<readonly string[]> {
  const pattern = `${prefix.replaceAll(/[\\*?[\]]/g, '\\$&')}*`
  let cursor = '0'
  do {
    const [next, keys] = await redis.scan(cursor, 'MATCH', pattern, 'COUNT', 1000)
    if (keys.length > 0) yield keys
    cursor = next
  } while (cursor !== '0')
}
