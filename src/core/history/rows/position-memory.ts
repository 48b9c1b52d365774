import type { InstrumentId, OwnerId } from '../../domain/index.ts'
import type { Row } from '../row.ts'

/** What was written last of each owner's position in a contract. */
export class PositionMemory {
  /** By owner and contract, as one word. */
  readonly #words = new Map<string, string>()

  /** Whether the row says anything but what was written last, save for the time. */
  takes(owner: OwnerId, instrument: InstrumentId, row: Row): boolean {
    const { ts: _, ...rest } = row
    const key = `${owner} ${instrument}`
    const word = Object.values(rest).join(' ')
    if (this.#words.get(key) === word) return false
    this.#words.set(key, word)
    return true
  }
}
