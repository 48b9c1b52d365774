import type { Failure } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import type { Row } from '../../../core/history/index.ts'

/** What the delivery of a batch leads to, told while it goes on. */
export interface Delivery {
  write(rows: readonly Row[]): Promise<Result<void, Failure>>
  /** So many more rows, from the front, are the store's now. */
  stored(count: number): void
  /** The row in front will never be taken. */
  poisoned(row: Row, reason: Failure): void
  /** Waits before the next try; false when there is to be none. */
  again(why: Failure): Promise<boolean>
}

/**
 * Delivers rows in their order, one piece at a time, until each is stored or set aside. A piece
 * that is refused is halved until the row that is to blame stands alone; whatever else goes wrong
 * means that the same piece is tried again.
 */
export async function deliver(rows: readonly Row[], delivery: Delivery): Promise<void> {
  const pieces = [rows]
  for (let piece = pieces.pop(); piece !== undefined; piece = pieces.pop()) {
    const written = await delivery.write(piece)
    if (written.ok) delivery.stored(piece.length)
    else if (written.error.code !== 'store.refused') {
      pieces.push(piece)
      if (!(await delivery.again(written.error))) return
    } else if (piece.length === 1) delivery.poisoned(piece[0]!, written.error)
    else {
      const half = Math.ceil(piece.length / 2)
      pieces.push(piece.slice(half), piece.slice(0, half))
    }
  }
}

const FIRST_PAUSE = 50
const LONGEST_PAUSE = 2_000

/** Milliseconds to wait after so many failures in a row, from 1 on: 50, 100, 200 … 2,000. */
export function backOff(failures: number): number {
  return Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(10, failures - 1))
}
