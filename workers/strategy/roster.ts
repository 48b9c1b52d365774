import type { Fact, Saying, SnapshotFact } from '../../src/core/contracts/index.ts'
import { saying } from '../../src/core/contracts/index.ts'
import type { StrategySpec } from '../../src/core/contracts/worker-spec.ts'
import type {
  Instrument,
  InstrumentId,
  Lots,
  OwnerId,
  Result,
} from '../../src/core/domain/index.ts'
import { failed, netLots, ok } from '../../src/core/domain/index.ts'
import { chooseInstruments } from '../../src/core/strategies/assignments.ts'

/** Who a strategy is to its gateway, and what it trades there. */
export interface Roster {
  readonly owner: OwnerId
  readonly instruments: readonly Instrument[]
  /** Symbols of its setting that this market does not offer. */
  readonly missing: readonly string[]
  /** What it wanted when its last life ended; where no target stands, what it holds. */
  readonly held: (instrument: InstrumentId) => Lots
}

/** Reads a gateway's snapshot. Fails with what keeps the strategy from its work. */
export function readRoster(
  { facts }: SnapshotFact,
  { setting, index, gateway }: Pick<StrategySpec, 'setting' | 'index' | 'gateway'>,
): Result<Roster, Saying> {
  const directory = facts.findLast((fact) => fact.kind === 'directory')
  if (directory === undefined) return failed(saying('beat.no-directory', { gateway }))
  const owner = directory.owners.find(({ name }) => name === setting.id)?.id
  if (owner === undefined) {
    return failed(saying('beat.no-owner', { gateway, strategy: setting.id }))
  }
  const tradable = directory.instruments.filter((instrument) => instrument.tradable)
  const { found, missing } = chooseInstruments(setting, tradable, index)
  return ok({
    owner,
    instruments: found,
    missing,
    held: (instrument) => standing(facts, owner, instrument),
  })
}

function standing(facts: readonly Fact[], owner: OwnerId, instrument: InstrumentId): Lots {
  const target = facts.findLast(
    (fact) => fact.kind === 'target' && fact.owner === owner && fact.instrument === instrument,
  )
  if (target?.kind === 'target' && !Number.isNaN(target.target)) return target.target
  const held = facts.findLast(
    (fact) =>
      fact.kind === 'position' &&
      fact.position.owner === owner &&
      fact.position.instrument === instrument,
  )
  return held?.kind === 'position' ? netLots(held.position) : (0 as Lots)
}
