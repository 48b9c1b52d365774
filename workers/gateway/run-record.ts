import { RunHash } from '../../src/adapters/run/run-hash.ts'
import type {
  Fact,
  Mode,
  TargetPosition,
  VenueReport,
  VenueRequest,
} from '../../src/core/contracts/index.ts'
import type { Epoch, Instrument } from '../../src/core/domain/index.ts'
import type { Observer } from '../../src/core/engine/index.ts'

/**
 * Counts what passes the gateway; of a replay, a hash as well, so that two of them are compared.
 */
export class RunRecord implements Observer {
  ticks = 0
  commands = 0
  targets = 0
  orders = 0
  cancels = 0
  fills = 0
  refusals = 0
  reports = 0
  /** Fen that all fills cost. */
  fees = 0
  readonly #hash: RunHash | undefined

  constructor(mode: Mode, instruments: readonly Instrument[], epoch: Epoch) {
    this.#hash = mode === 'replay' ? new RunHash(instruments, mode, epoch) : undefined
  }

  /** Messages that went into the hash. */
  get messages(): number {
    return this.#hash?.count ?? 0
  }

  /** Of everything so far; empty where nothing is hashed. */
  digest(): string {
    return this.#hash?.digest() ?? ''
  }

  quote(): void {
    this.ticks++
  }

  fact(fact: Fact): void {
    if (fact.kind === 'fill') {
      this.fills++
      this.fees += fact.fee
    } else if (fact.kind === 'ack' && fact.outcome !== 'accepted') {
      this.refusals++
    }
    this.#hash?.fact(fact)
  }

  target(command: TargetPosition): void {
    this.targets++
    this.#hash?.target(command)
  }

  request(request: VenueRequest): void {
    if (request.kind === 'submit') this.orders++
    else if (request.kind === 'cancel') this.cancels++
    this.#hash?.request(request)
  }

  report(report: VenueReport): void {
    this.reports++
    this.#hash?.report(report)
  }

  /** By the names of the beat's figures. */
  figures(): Readonly<Record<string, number>> {
    return {
      'run.ticks': this.ticks,
      'run.commands': this.commands,
      'run.targets': this.targets,
      'run.orders': this.orders,
      'run.cancels': this.cancels,
      'run.fills': this.fills,
      'run.refusals': this.refusals,
      'run.reports': this.reports,
      'run.fees_fen': this.fees,
    }
  }
}
