import type { Failure } from '../../../core/contracts/index.ts'
import { failure, plainText } from '../../../core/contracts/index.ts'
import type { Stop } from '../../../adapters/run/clock.ts'
import type { PreparedRun } from './prepared-run.ts'
import type { Outcome } from '../summary/index.ts'
import { summaryLines } from '../summary/index.ts'
import { summaryOf } from './summary.ts'

/** Runs to the end, or until it is stopped, and closes everything. */
export async function runToEnd(
  prepared: PreparedRun,
  stop: Stop,
  wallMilliseconds: () => number,
): Promise<Outcome> {
  const { assembly, startAt, startBalance } = prepared
  const begun = wallMilliseconds()
  try {
    await prepared.run(stop)
    const took = (wallMilliseconds() - begun) / 1000
    return {
      summary: summaryLines(summaryOf(assembly, { startAt, startBalance, took })),
      notes: prepared.readingNotes(),
      failures: [...failuresOf(prepared), ...prepared.readingFailures()],
    }
  } finally {
    await prepared.close()
  }
}

function failuresOf({ assembly }: PreparedRun): readonly Failure[] {
  const { driver, gateway, failures } = assembly
  const { state, cause, reason } = gateway.state.trading
  const all = [...failures]
  if (driver.failure !== undefined) all.push(driver.failure)
  if (state === 'halted' && cause === 'journal')
    all.push(failure('journal.write', plainText(reason)))
  if (state === 'halted' && cause === 'mismatch')
    all.push(failure('command.state', plainText(reason)))
  return all
}
