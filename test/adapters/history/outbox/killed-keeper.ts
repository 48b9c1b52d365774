import { appendFileSync } from 'node:fs'
import { openOutbox } from '../../../../src/adapters/history/index.ts'
import { ok } from '../../../../src/core/domain/index.ts'
import { numbered, numbersOf } from './numbered.ts'

/**
 * A process to be killed: keeps numbered rows as fast as it can, from the given number on, and
 * tells the highest number kept. What its store acknowledges goes into a file, one number a line.
 */
const [folder = '', ledger = '', from = '0'] = process.argv.slice(2)
const opened = openOutbox({
  folder,
  history: {
    write: async (batch) => {
      await new Promise((resolve) => setImmediate(resolve))
      appendFileSync(ledger, `${numbersOf(batch).join('\n')}\n`)
      return ok(undefined)
    },
  },
  flushMillis: 1,
  batchRows: 20,
  segmentBytes: 20_000,
})
if (!opened.ok) throw new Error(opened.error.message)
const { outbox } = opened.value
let next = Number(from)
const keep = (): void => {
  const kept = outbox.append(numbered(7, next))
  if (!kept.ok) throw new Error(kept.error.message)
  next += 7
  process.stdout.write(`${next}\n`)
  setImmediate(keep)
}
keep()
