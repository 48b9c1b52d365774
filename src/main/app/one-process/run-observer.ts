import type {
  Fact,
  TargetPosition,
  VenueReport,
  VenueRequest,
} from '../../../core/contracts/index.ts'
import type { Observer } from '../../../core/engine/index.ts'
import type { RunHash } from '../../../adapters/run/run-hash.ts'
import type { RunLog } from './run-log.ts'

/** Counts what a run does, and passes it to hash and log. */
export class RunObserver implements Observer {
  ticks = 0
  orders = 0
  cancels = 0
  fills = 0
  targets = 0
  predictions = 0
  /** Fen that all fills of the run cost. */
  fees = 0
  readonly #hash: RunHash
  readonly #log: RunLog

  constructor(hash: RunHash, log: RunLog) {
    this.#hash = hash
    this.#log = log
  }

  quote(): void {
    this.ticks++
  }

  fact(fact: Fact): void {
    if (fact.kind === 'fill') {
      this.fills++
      this.fees += fact.fee
    } else if (fact.kind === 'prediction') {
      this.predictions++
    }
    this.#hash.fact(fact)
    this.#log.fact(fact)
  }

  target(command: TargetPosition): void {
    this.targets++
    this.#hash.target(command)
  }

  request(request: VenueRequest): void {
    if (request.kind === 'submit') this.orders++
    else if (request.kind === 'cancel') this.cancels++
    this.#hash.request(request)
  }

  report(report: VenueReport): void {
    this.#hash.report(report)
  }
}
