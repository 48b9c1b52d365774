import type { Outbox } from '../../src/adapters/history/index.ts'
import type { StoredEvent, Tape } from '../../src/core/history/index.ts'
import type { History } from '../../src/core/ports/index.ts'
import type { Micros } from '../../src/core/domain/index.ts'
import { MICROS_PER_HOUR } from '../../src/core/domain/index.ts'

/** Orders live for a day; two are enough over a weekend of the clock. */
const LOOK_BACK = 96 * MICROS_PER_HOUR
/** How long the backlog of an earlier life, and then the store, is waited for, in ms. */
const PATIENCE = 3000

/**
 * The orders as they are stored, so that their events go on counting. Undefined where the store
 * does not answer in time: then events that it has may come again, under another number.
 */
export async function storedOrders(
  outbox: Outbox,
  history: History,
  tape: Tape,
  now: Micros,
): Promise<readonly StoredEvent[] | undefined> {
  await outbox.drained(PATIENCE)
  const from = Math.max(0, now - LOOK_BACK)
  const found = await history.query({ kind: 'orders', tape, from, deadlineMillis: PATIENCE })
  if (!found.ok) return undefined
  const { columns, rows } = found.value
  const at = (name: string): number => columns.indexOf(name)
  return rows.map((row) => ({
    orderId: String(row[at('order_id')]),
    eventNo: Number(row[at('event_no')]),
    ts: Number(row[at('ts')]),
    status: String(row[at('status')]),
    filled: Number(row[at('filled')]),
  }))
}
