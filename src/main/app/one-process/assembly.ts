import type { Disk } from '../../../adapters/journal/disk.ts'
import type { Failure } from '../../../core/contracts/index.ts'
import type {
  Instrument,
  Lots,
  Micros,
  OwnerId,
  Result,
  SenderId,
} from '../../../core/domain/index.ts'
import { fen, netLots, ok } from '../../../core/domain/index.ts'
import { Driver, GatewayEngine, StrategyEngine } from '../../../core/engine/index.ts'
import type { Model } from '../../../core/ports/index.ts'
import type { State } from '../../../core/state/index.ts'
import { accountOf, positionOf, targetOf } from '../../../core/state/index.ts'
import type { Settings } from '../config/index.ts'
import type { Instance } from '../../../adapters/instance/index.ts'
import type { Assignment } from '../../../core/strategies/assignments.ts'
import { booksKept } from '../../../adapters/books/book.ts'
import { openBooks, restoreBooks } from '../../../adapters/books/books.ts'
import { Inference } from './inference.ts'
import { venueLines } from '../../../adapters/market/lines.ts'
import type { Market } from '../../../adapters/market/market.ts'
import type { Recovered } from './recovered.ts'
import { recoveredBooks } from './recovered.ts'
import { RunHash } from '../../../adapters/run/run-hash.ts'
import { RunLog } from './run-log.ts'
import { RunObserver } from './run-observer.ts'

export interface AssemblyParts {
  readonly instance: Instance
  readonly settings: Settings
  readonly market: Market
  readonly assignments: readonly Assignment[]
  /** By the path of their manifests. */
  readonly models: ReadonlyMap<string, Model>
  readonly disk?: Disk | undefined
}

/** Gateway, strategies, exchange and their journals, joined and ready to start. */
export interface Assembly {
  readonly instance: Instance
  readonly market: Market
  readonly driver: Driver
  readonly gateway: GatewayEngine
  readonly strategies: readonly StrategyEngine[]
  readonly inference: Inference
  readonly observer: RunObserver
  readonly hash: RunHash
  readonly log: RunLog
  readonly recovered: Recovered
  readonly warnings: readonly Failure[]
  /** Failures while it ran that the exit code must tell of. */
  readonly failures: Failure[]
  readonly close: () => Promise<void>
}

/** Joins everything, with the books of an earlier life read back. */
export function assemble(parts: AssemblyParts): Result<Assembly, Failure> {
  const { instance, settings, market, disk } = parts
  const { folder, mode, epoch } = instance
  const opened = openBooks({
    folder,
    ...booksKept(mode !== 'replay'),
    ...(disk && { disk }),
  })
  if (!opened.ok) return opened
  const books = opened.value
  const exchange = market.createExchange({ cash: fen(settings.cash * 100), seed: settings.seed })
  const gateway = new GatewayEngine({
    ...instance,
    instruments: market.instruments,
    limits: settings.limits,
    sessionPhase: market.sessionPhase,
  })
  const restored = restoreBooks(books, folder, gateway, exchange)
  if (!restored.ok) {
    books.close()
    return restored
  }
  const log = new RunLog()
  const hash = new RunHash(market.instruments, mode, epoch)
  const observer = new RunObserver(hash, log)
  const failures: Failure[] = []
  const inference = new Inference((failure) => {
    failures.push(failure)
    log.say(gateway.state.trading.at, false, failure.message)
  })
  const strategies = createStrategies(parts, inference, gateway.state)
  const driver = new Driver({
    gateway,
    gatewayJournal: books.gateway,
    exchange,
    exchangeJournal: books.exchange,
    strategies,
    observer,
    infer: (request) => inference.ask(request),
    ...venueLines(settings),
  })
  return ok({
    instance,
    market,
    driver,
    gateway,
    strategies,
    inference,
    observer,
    hash,
    log,
    recovered: recoveredBooks(books, gateway.state),
    warnings: books.warnings,
    failures,
    close: async () => {
      books.close()
      for (const model of parts.models.values()) await model.close()
    },
  })
}

function createStrategies(
  { instance, assignments, models }: AssemblyParts,
  inference: Inference,
  state: State,
): readonly StrategyEngine[] {
  const { owners, epoch } = instance
  const lives = strategyLives(assignments, epoch)
  return assignments.map(({ id, definition, parameters, instrument, model }, index) => {
    const owner = owners.find(({ name }) => name === id)?.id
    if (owner === undefined) throw new Error(`the strategy ${id} is no owner of this account`)
    const network = model === undefined ? undefined : models.get(model)
    if (network !== undefined) inference.serve(owner, network)
    return new StrategyEngine({
      owner,
      sender: id as SenderId,
      instrument,
      strategy: definition.create(parameters, instrument, standing(state, owner, instrument)),
      epoch,
      life: lives[index]!,
    })
  })
}

/** One number for every engine of every life of a strategy: their intents share its name. */
function strategyLives(assignments: readonly Assignment[], life: number): readonly number[] {
  return assignments.map(({ id }, index) => {
    const engines = assignments.filter((each) => each.id === id).length
    const before = assignments.slice(0, index).filter((each) => each.id === id).length
    return life * engines + before
  })
}

/** What an owner wanted when its last life ended; without a target, what it holds. */
function standing(state: State, owner: OwnerId, { id }: Instrument): Lots {
  return targetOf(state, owner, id)?.target ?? netLots(positionOf(state, owner, id))
}

/** Balance of the account at a moment; NaN before its books are open. */
export function balanceAt({ gateway }: Assembly, at: Micros): number {
  return accountOf(gateway.state, at).balance
}
