import type { TargetFact } from '../contracts/index.ts'
import type { InstrumentId, OwnerId } from '../domain/index.ts'
import type { State } from './state.ts'

const NO_TARGETS: readonly TargetFact[] = []

/** The targets that stand in an instrument, one an owner. */
export function targetsIn(state: State, instrument: InstrumentId): readonly TargetFact[] {
  return state.targets[instrument] ?? NO_TARGETS
}

export function targetOf(
  state: State,
  owner: OwnerId,
  instrument: InstrumentId,
): TargetFact | undefined {
  return state.targets[instrument]?.find((target) => target.owner === owner)
}

/** An owner's newest target takes the place of the one before; one that is NaN ends it. */
export function applyTarget(state: State, fact: TargetFact): void {
  state.intents.add(fact.intent)
  const targets = (state.targets[fact.instrument] ??= [])
  const index = targets.findIndex(({ owner }) => owner === fact.owner)
  if (Number.isNaN(fact.target)) {
    if (index >= 0) targets.splice(index, 1)
  } else if (index >= 0) {
    targets[index] = fact
  } else {
    targets.push(fact)
  }
}
