import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { openDuckdb, openQuestdb } from '../../../src/adapters/history/index.ts'
import type { QuestdbOptions } from '../../../src/adapters/history/index.ts'
import type { History } from '../../../src/core/ports/index.ts'
import type { QuestdbServer } from '../../servers/index.ts'
import { QUESTDB, startQuestdb } from '../../servers/index.ts'

/** A store of one engine, empty at first, with a history on it. */
export interface Store {
  readonly history: History
  /** Resolves when everything that was acknowledged can be seen. */
  settled(): Promise<void>
  end(): Promise<void>
}

export interface StoreKind {
  readonly name: string
  /** Empty; or why tests on it cannot run, for the end of a title. */
  readonly why: string
  readonly start: () => Promise<Store>
}

/** A history on a server of the test's own. */
export function historyOn(server: QuestdbServer, options: Partial<QuestdbOptions> = {}): History {
  const { httpPort, pgPort } = server
  const opened = openQuestdb({
    questdb: `http::addr=127.0.0.1:${httpPort};`,
    questdbPg: `postgres://admin:quest@127.0.0.1:${pgPort}/qdb`,
    ...options,
  })
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value
}

/** Runs statements on a server, as a person at its console would. */
export async function atConsole(
  { pgPort }: QuestdbServer,
  ...statements: readonly string[]
): Promise<readonly (readonly unknown[])[]> {
  const where = { host: '127.0.0.1', port: pgPort, user: 'admin', password: 'quest' }
  const client = new Client({ ...where, database: 'qdb' })
  await client.connect()
  let rows: readonly (readonly unknown[])[] = []
  for (const text of statements) {
    rows = (await client.query<unknown[]>({ text, rowMode: 'array' })).rows
  }
  await client.end()
  return rows
}

/** Until the server's log of writes is applied to its tables. */
export async function settled(server: QuestdbServer): Promise<void> {
  const open = 'SELECT name FROM wal_tables() WHERE writerTxn < sequencerTxn'
  const deadline = performance.now() + 30_000
  while ((await atConsole(server, open)).length > 0) {
    if (performance.now() > deadline) throw new Error('QuestDB does not apply its log of writes')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const questdb: StoreKind = {
  name: 'QuestDB',
  why: QUESTDB.why,
  start: async () => {
    const server = await startQuestdb()
    const history = historyOn(server)
    return {
      history,
      settled: () => settled(server),
      end: async () => {
        await history.close()
        await server.stop()
      },
    }
  },
}

const duckdb: StoreKind = {
  name: 'DuckDB',
  why: '',
  start: () => {
    const folder = mkdtempSync(join(tmpdir(), 'history-duckdb-'))
    const history = openDuckdb({ file: join(folder, 'history.duckdb') })
    return Promise.resolve({
      history,
      settled: () => Promise.resolve(),
      end: async () => {
        await history.close()
        rmSync(folder, { recursive: true, force: true })
      },
    })
  },
}

/** Every engine that a history may have. */
export const STORES: readonly StoreKind[] = [questdb, duckdb]
