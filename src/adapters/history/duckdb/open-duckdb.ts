import type { DuckDBConnection } from '@duckdb/node-api'
import type { Failure } from '../../../core/contracts/index.ts'
import { explained } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'
import type { History } from '../../../core/ports/index.ts'
import { createHistory } from '../create-history.ts'
import { by, LATE, now } from '../deadline.ts'
import type { Engine } from '../engine.ts'
import type { Database, DuckdbOptions } from './database.ts'
import { openDatabase } from './database.ts'
import { DUCKDB } from './dialect.ts'
import { isFatal, openFailure, workFailure } from './failures.ts'
import { TickMarks } from './tick-marks.ts'
import { writeBatch } from './write-batch.ts'

/** After an interrupt DuckDB ends in milliseconds. */
const GRACE = 2_000

/**
 * A history in one DuckDB file of this process alone. The file is opened with the first row or
 * question, and anew after an error that only opening mends.
 */
export function openDuckdb(options: DuckdbOptions): History {
  return createHistory(duckdbEngine(options))
}

function duckdbEngine(options: DuckdbOptions): Engine {
  const { file } = options
  const marks = new TickMarks()
  const underWay = new Set<Promise<unknown>>()
  let database: Database | undefined

  /** Work that is under way is interrupted, and the file closed when it has ended. */
  const drop = async (): Promise<void> => {
    const dropped = database
    database = undefined
    if (dropped === undefined) return
    dropped.reading.heavy.interrupt()
    dropped.reading.light.interrupt()
    await Promise.allSettled(underWay)
    dropped.close()
  }
  /** Follows work to its end, and says what its error means. */
  const done = async <Value>(
    doing: string,
    work: Promise<Value>,
  ): Promise<Result<Value, Failure>> => {
    underWay.add(work)
    try {
      return ok(await work)
    } catch (error) {
      underWay.delete(work)
      if (isFatal(error)) await drop()
      return failed(workFailure(file, doing, error))
    } finally {
      underWay.delete(work)
    }
  }

  return {
    name: 'duckdb',
    place: file,
    dialect: DUCKDB,
    prepare: async () => {
      if (database !== undefined) return ok(undefined)
      const opened = await openDatabase(options)
      if (!opened.ok) return opened
      try {
        await marks.load(opened.value.writing)
      } catch (error) {
        opened.value.close()
        return failed(openFailure(file, error))
      }
      database = opened.value
      return ok(undefined)
    },
    write: (rows) =>
      database === undefined
        ? Promise.resolve(failed(openFailure(file, 'it was closed meanwhile')))
        : done('written', writeBatch(database.writing, marks, rows)),
    run: async (lane, { text, values }, deadline) => {
      const connection = database?.reading[lane]
      if (connection === undefined) return failed(openFailure(file, 'it was closed meanwhile'))
      const bound = values.map((value) => (typeof value === 'number' ? BigInt(value) : value))
      const asked = done('read', read(connection, text, bound))
      const answer = await by(deadline, asked)
      if (answer !== LATE) return answer
      connection.interrupt()
      await by(now() + GRACE, asked)
      return failed(slow(file))
    },
    close: drop,
  }
}

function slow(file: string): Failure {
  return explained('store.slow/file', { file })
}

async function read(connection: DuckDBConnection, text: string, values: (string | bigint)[]) {
  const reader = await connection.runAndReadAll(text, values)
  return reader.getRowsJS()
}
