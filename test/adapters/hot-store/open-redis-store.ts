import { afterEach, vi } from 'vitest'
import { openRedisHotStore } from '../../../src/adapters/hot-store/index.ts'
import type { RedisOptions } from '../../../src/adapters/hot-store/index.ts'
import type { HotStore } from '../../../src/core/ports/index.ts'

export const PLACE = { mode: 'simulated', profile: 'default' } as const
export const QUOTE = [{ kind: 'quote', id: 'SIM.cu', value: { last: 1 } }] as const

const ending: (() => unknown)[] = []
afterEach(async () => {
  await Promise.all(ending.splice(0).map((end) => end()))
})

/** Ends something when the running test does. */
export function atEnd(end: () => unknown): void {
  ending.push(end)
}

/** Short of patience, so that a test of a hanging server is quick. */
export function open(url: string, more: Partial<RedisOptions> = {}): HotStore {
  const store = openRedisHotStore({ url, place: PLACE, deadlineMs: 300, ...more })
  if (!store.ok) throw new Error(store.error.message)
  atEnd(() => store.value.close())
  return store.value
}

/** Puts until it is well again; the store reconnects by itself. */
export async function untilWell(store: HotStore): Promise<void> {
  await vi.waitUntil(async () => (await store.put(QUOTE)).ok, { timeout: 20_000, interval: 50 })
}
