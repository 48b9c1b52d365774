import { setTimeout as pause } from 'node:timers/promises'
import type { Outbox, OutboxStatus } from '../../../src/adapters/history/index.ts'
import type { Row } from '../../../src/core/history/index.ts'

/** Ticks a second at the height of the recorded hour: 106 by receipt in the fullest second. */
export const RECORDED_PEAK = 106

/** How often rows are handed over. */
const TURN = 50

/** What happened while rows came in. */
export interface FeedReport {
  readonly sent: number
  /** The longest backlog, in rows and age. */
  readonly mostRows: number
  readonly mostAgeMillis: number
}

/**
 * Hands rows over at a steady rate until `during` is done and all rows are spent that came up to
 * then, like a feed that does not wait for a store.
 */
export async function fed(
  outbox: Outbox,
  rows: readonly Row[],
  rate: number,
  during: Promise<void>,
): Promise<FeedReport> {
  let isOver = false
  void during.finally(() => {
    isOver = true
  })
  const start = performance.now()
  let [sent, mostRows, mostAge] = [0, 0, 0]
  while (!isOver) {
    const due = Math.min(rows.length, Math.floor(((performance.now() - start) * rate) / 1_000))
    const taken = outbox.append(rows.slice(sent, due))
    if (!taken.ok) throw new Error(taken.error.message)
    sent = due
    const status: OutboxStatus = outbox.status()
    mostRows = Math.max(mostRows, status.rows)
    mostAge = Math.max(mostAge, status.ageMicros)
    await pause(TURN)
  }
  await during
  return { sent, mostRows, mostAgeMillis: Math.round(mostAge / 1_000) }
}
