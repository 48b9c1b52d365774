import { join } from 'node:path'
import { openDuckdb, openQuestdb } from '../../src/adapters/history/index.ts'
import { openEmbeddedHotStore, openRedisHotStore } from '../../src/adapters/hot-store/index.ts'
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
export function openStores(spec: HistorySpec): Result<Stores, Failure> {
  const { mode, profile, folder } = spec
  const place = { mode, profile }
  const [redis, questdb, questdbPg] = [spec.redis, spec.questdb, spec.questdbPg].map(secretOf)
  for (const each of [redis, questdb, questdbPg]) if (each?.ok === false) return each
  const url = valueOf(redis)
  const hot =
    url === undefined ? ok(openEmbeddedHotStore({ place })) : openRedisHotStore({ url, place })
  if (!hot.ok) return hot
  const address = valueOf(questdb)
  const history =
    address === undefined
      ? ok(openDuckdb({ file: join(folder, 'history.duckdb') }))
      : openQuestdb({ questdb: address, questdbPg: valueOf(questdbPg) })
  if (!history.ok) return history
  const { engine, place: where } = history.value.status()
  const about = `${engine} at ${where}; the hot state ${url === undefined ? 'in memory' : 'in Redis'}`
  return ok({ hot: hot.value, history: history.value, about })
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
