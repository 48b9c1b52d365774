import type { Stop } from '../../../adapters/run/clock.ts'
import type { Failure } from '../../../core/contracts/index.ts'
import type { LostWorker } from '../supervisor/supervision.ts'
import { EXCHANGE, GATEWAY } from './specs.ts'

/** Without these nothing trades; the others are missed, and shown as missing. */
const ESSENTIAL: ReadonlySet<string> = new Set([EXCHANGE, GATEWAY])

/** When a run is over, and what it failed of. */
export class RunEnd {
  readonly failures: Failure[] = []
  /** Why nothing could begin: what a worker refused at the start. */
  refusal: Failure | undefined
  readonly #stop: Stop
  #ready = false

  constructor(stop: Stop) {
    this.#stop = stop
  }

  /** Everything does its work for the first time. */
  isReady(): void {
    this.#ready = true
  }

  /**
   * A worker is not started any more. One that trades ends the start that it refuses; later only
   * the two sides of the account end the run.
   */
  lost({ name, why, failure }: LostWorker): void {
    const trades = ESSENTIAL.has(name) || name.startsWith('strategy.')
    if (why === 'refused' && trades && !this.#ready) {
      this.refusal ??= failure
      return this.#stop.stop()
    }
    this.failures.push(failure)
    if (ESSENTIAL.has(name)) this.#stop.stop()
  }
}
