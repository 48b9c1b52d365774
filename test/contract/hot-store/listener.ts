import { Redis } from 'ioredis'
import { vi } from 'vitest'
import type { RedisServer } from '../../servers/redis.ts'
import { startRedis } from '../../servers/redis.ts'

/** Somebody who hears what is told on channels. */
export interface Listener {
  /** Waits for so many messages; each is the channel and what its JSON says. */
  heard(count: number): Promise<readonly (readonly [channel: string, message: unknown])[]>
  close(): Promise<void>
}

export interface RunningRedis {
  start(): Promise<void>
  stop(): Promise<void>
  url(): string
  texts(): Promise<Readonly<Record<string, string>>>
}

/** A server for one test file, read by a client of its own. */
export function runRedis(): RunningRedis {
  let server: RedisServer | undefined
  const url = (): string => server?.url ?? ''
  return {
    start: async () => {
      server = await startRedis()
    },
    stop: async () => {
      await server?.stop()
    },
    url,
    texts: async () => {
      const client = new Redis(url())
      const keys = await client.keys('*')
      const texts = keys.length === 0 ? [] : await client.mget(...keys)
      client.disconnect()
      return Object.fromEntries(keys.map((key, index) => [key, texts[index] ?? '']))
    },
  }
}

export async function listenRedis(url: string): Promise<Listener> {
  const client = new Redis(url)
  const { listener, hear } = listenEmbedded()
  client.on('pmessage', (_, channel, text) => hear(channel, text))
  await client.psubscribe('*')
  return {
    heard: (count) => listener.heard(count),
    close: () => {
      client.disconnect()
      return Promise.resolve()
    },
  }
}

export function listenEmbedded(): {
  listener: Listener
  hear: (channel: string, text: string) => void
} {
  const messages: (readonly [string, unknown])[] = []
  return {
    hear: (channel, text) => messages.push([channel, JSON.parse(text) as unknown]),
    listener: {
      heard: async (count) => {
        await vi.waitUntil(() => messages.length >= count, { timeout: 10_000 })
        return messages.splice(0)
      },
      close: () => Promise.resolve(),
    },
  }
}
