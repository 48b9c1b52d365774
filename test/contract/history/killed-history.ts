import { join } from 'node:path'
import { openDuckdb, openOutbox } from '../../../src/adapters/history/index.ts'
import { rowFixture } from '../../core/history/row-fixture.ts'

/**
 * A process to be killed: keeps ticks, one a microsecond from the given one on, in an outbox before
 * a DuckDB file, and tells the number of those that are kept.
 */
const [folder = '', from = '0'] = process.argv.slice(2)
const history = openDuckdb({ file: join(folder, 'history.duckdb') })
const opened = openOutbox({ folder: join(folder, 'outbox'), history, flushMillis: 1 })
if (!opened.ok) throw new Error(opened.error.message)
const { outbox } = opened.value
let next = Number(from)

function keep(): void {
  const rows = Array.from({ length: 20 }, (_, index) =>
    rowFixture('market_ticks', { mode: 'paper', profile: 'killed', ts: next + index }),
  )
  const kept = outbox.append(rows)
  if (!kept.ok) throw new Error(kept.error.message)
  next += rows.length
  process.stdout.write(`${next}\n`)
  setTimeout(keep, 5)
}
keep()
