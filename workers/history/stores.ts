import { join } from 'node:path'
import { readSecret } from '../../src/adapters/process/endpoint.ts'
import type { Failure } from '../../src/core/contracts/index.ts'
import { failure } from '../../src/core/contracts/index.ts'
import type { HistorySpec, SecretPlace } from '../../src/core/contracts/worker-spec.ts'
import type { Result } from '../../src/core/domain/index.ts'
import { failed, ok } from '../../src/core/domain/index.ts'
import type { History, HotStore } from '../../src/core/ports/index.ts'

export interface Stores {
  readonly hot: HotStore
  readonly history: History
  /** In words, for the log. */
  readonly about: string
}

/**
 * Opens the stores that the spec names, else the embedded ones. Whether a server answers shows
 * later; what can be seen to be wrong now is `store.config`.
 */
export async function openStores(spec: HistorySpec): Promise<Result<Stores, Failure>> {
  const [redis, questdb, questdbPg] = [spec.redis, spec.questdb, spec.questdbPg].map(secretOf)
  for (const each of [redis, questdb, questdbPg]) if (each?.ok === false) return each
  const url = valueOf(redis)
  const hot = await openHot(spec, url)
  if (!hot.ok) return hot
  const history = await openHistory(spec, valueOf(questdb), valueOf(questdbPg))
  if (!history.ok) return history
  const { engine, place: where } = history.value.status()
  const about = `${engine} at ${where}; the hot state ${url === undefined ? 'in memory' : 'in Redis'}`
  return ok({ hot: hot.value, history: history.value, about })
}

/** What is not used is not loaded: the clients of servers take longer than all else of a start. */
async function openHot(
  { mode, profile }: HistorySpec,
  url: string | undefined,
): Promise<Result<HotStore, Failure>> {
  const place = { mode, profile }
  if (url === undefined) {
    const { openEmbeddedHotStore } = await import('../../src/adapters/hot-store/embedded.ts')
    return ok(openEmbeddedHotStore({ place }))
  }
  const { openRedisHotStore } = await import('../../src/adapters/hot-store/redis.ts')
  return openRedisHotStore({ url, place })
}

async function openHistory(
  { folder }: HistorySpec,
  questdb: string | undefined,
  questdbPg: string | undefined,
): Promise<Result<History, Failure>> {
  if (questdb === undefined) {
    const { openDuckdb } = await import('../../src/adapters/history/duckdb/open-duckdb.ts')
    return ok(openDuckdb({ file: join(folder, 'history.duckdb') }))
  }
  const { openQuestdb } = await import('../../src/adapters/history/questdb/open-questdb.ts')
  return openQuestdb({ questdb, questdbPg })
}

export async function closeStores({ hot, history }: Stores): Promise<void> {
  await Promise.all([hot.close(), history.close()])
}

function secretOf(place: SecretPlace | undefined): Result<string, Failure> | undefined {
  if (place === undefined) return undefined
  try {
    return ok(readSecret(place))
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    return failed(failure('store.config', `the address of a store cannot be read: ${words}`))
  }
}

function valueOf(read: Result<string, Failure> | undefined): string | undefined {
  return read?.ok === true ? read.value : undefined
}
