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

/** For a server that hangs: so short of patience that the test is quick. */
export const HASTY = { deadlineMs: 300 } as const

/** Patient, so that a busy machine is not taken for a slow server. */
export function open(url: string, more: Partial<RedisOptions> = {}): HotStore {
  const store = openRedisHotStore({ url, place: PLACE, deadlineMs: 20_000, ...more })
  if (!store.ok) throw new Error(store.error.message)
  atEnd(() => store.value.close())
  return store.value
}

/** Puts until it is well again; the store reconnects by itself. */
export async function untilWell(store: HotStore): Promise<void> {
  await until(async () => (await store.put(QUOTE)).ok)
}

export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  await vi.waitUntil(isSo, { timeout: 20_000, interval: 25 })
}
