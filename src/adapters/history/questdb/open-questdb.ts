import type { Failure } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { ok } from '../../../core/domain/index.ts'
import type { History } from '../../../core/ports/index.ts'
import { createHistory } from '../create-history.ts'
import { now } from '../deadline.ts'
import type { Engine } from '../engine.ts'
import type { Run } from '../sql/answer.ts'
import { QUESTDB } from './dialect.ts'
import { LineWriter } from './line-writer.ts'
import { PgLine } from './pg-line.ts'
import { checkSchema, ensureSchema } from './schema.ts'
import type { QuestdbPlace, QuestdbSettings } from './settings.ts'
import { readSettings } from './settings.ts'

export interface QuestdbOptions extends QuestdbSettings {
  /** Until a batch counts as not answered, 10,000 unless said otherwise. */
  readonly writeMillis?: number
}

const WRITE_MILLIS = 10_000
/** Making ten tables takes a second on a machine that has other work. */
const SCHEMA_MILLIS = 15_000

/**
 * A history in QuestDB. The server need not be there: whatever is asked of it then fails, and
 * works once it is. The tables are made, and checked, before the first row or question and after
 * every break of the line.
 *
 * `store.config` when the settings cannot be read.
 */
export function openQuestdb(options: QuestdbOptions): Result<History, Failure> {
  const place = readSettings(options)
  if (!place.ok) return place
  return ok(createHistory(questdbEngine(place.value, options.writeMillis ?? WRITE_MILLIS)))
}

function questdbEngine(place: QuestdbPlace, writeMillis: number): Engine {
  const writer = new LineWriter(place)
  const lines = { heavy: new PgLine(place.pg), light: new PgLine(place.pg) }
  const schemaLine = new PgLine(place.pg)
  const onSchemaLine = (): Run => {
    const deadline = now() + SCHEMA_MILLIS
    return (statement) => schemaLine.run(statement, deadline)
  }
  return {
    name: 'questdb',
    place: place.name,
    dialect: QUESTDB,
    prepare: () => ensureSchema(onSchemaLine(), place.name),
    write: async (rows) => {
      const sent = await writer.send(rows, writeMillis)
      if (sent.ok || sent.error.code !== 'store.refused') return sent
      // A table that is no longer as it should be refuses every row: no fault of the rows.
      const checked = await checkSchema(onSchemaLine(), place.name)
      return checked.ok ? sent : checked
    },
    run: (lane, statement, deadline) => lines[lane].run(statement, deadline),
    close: () => {
      writer.stop()
      for (const line of [lines.heavy, lines.light, schemaLine]) line.close()
      return Promise.resolve()
    },
  }
}
