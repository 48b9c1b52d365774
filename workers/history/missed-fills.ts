import { gatewayTail } from '../../src/adapters/books/book.ts'
import type { FillFact } from '../../src/core/contracts/index.ts'
import type { Log } from '../../src/core/ports/index.ts'
import type { Recorder } from './recorder.ts'

/**
 * Fills that nobody heard: those of the gateway's first moment, and whatever it did while this
 * process was away. No snapshot holds them, but the gateway's journal does.
 */
export class MissedFills {
  readonly #recorder: Recorder
  readonly #log: Log
  readonly #tail: ReturnType<typeof gatewayTail>

  /** @param folder of the instance, with its books. */
  constructor(folder: string, recorder: Recorder, log: Log) {
    this.#recorder = recorder
    this.#log = log
    this.#tail = gatewayTail(folder)
  }

  /** To be called once a snapshot told how things stand, and at the end. */
  look(): void {
    const { state } = this.#recorder
    if (state.instruments.length === 0) return
    const found = this.#tail.look()
    if (!found.ok) return this.#log.warn(`fills may be missing: ${found.error.message}`)
    let fills: FillFact[] = []
    let day = state.tradingDay
    for (const record of found.value) {
      if (record.kind === 'fill') fills.push(record)
      if (record.kind !== 'settlement') continue
      for (const fill of fills) this.#recorder.missed(fill, record.tradingDay)
      fills = []
      day = record.nextTradingDay
    }
    for (const fill of fills) this.#recorder.missed(fill, day)
  }
}
