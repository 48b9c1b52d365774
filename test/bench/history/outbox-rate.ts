import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openOutbox } from '../../../src/adapters/history/index.ts'
import type { History } from '../../../src/core/ports/index.ts'
import { BATCH_ROWS } from '../../../workers/history/start-history.ts'
import type { Tick } from './bench-rows.ts'
import { pieces } from './bench-rows.ts'

/** As a frame brings them. */
const TOGETHER = 64
const LONG = 300_000

export interface OutboxRate {
  /** From the first row's coming to the last one's acknowledgement. */
  readonly seconds: number
  /** How long the loop stood still meanwhile, in ms: at worst, and one time in a hundred. */
  readonly longest: number
  readonly late: number
}

/** Rows through an outbox on disk into a store: kept, read back, sent, acknowledged. */
export async function outboxRate(
  history: History,
  rows: readonly Tick[],
  folder: string,
): Promise<OutboxRate> {
  const place = join(folder, 'outbox')
  const opened = openOutbox({ folder: place, history, batchRows: BATCH_ROWS })
  if (!opened.ok) throw new Error(opened.error.message)
  const { outbox } = opened.value
  const loop = monitorEventLoopDelay({ resolution: 1 })
  loop.enable()
  const begun = performance.now()
  for (const group of pieces(rows, TOGETHER)) {
    const kept = outbox.append(group)
    if (!kept.ok) throw new Error(kept.error.message)
    // As much as a turn of the loop brings.
    await new Promise((resolve) => setImmediate(resolve))
  }
  const drained = await outbox.drained(LONG)
  const seconds = (performance.now() - begun) / 1000
  loop.disable()
  const { sent, failure } = outbox.status()
  await outbox.close()
  rmSync(place, { recursive: true })
  if (!drained || sent !== rows.length) {
    throw new Error(`${sent} of ${rows.length} rows were taken: ${failure?.message ?? ''}`)
  }
  return { seconds, longest: loop.max / 1e6, late: loop.percentile(99) / 1e6 }
}
