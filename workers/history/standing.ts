import type { Fact, SnapshotFact } from '../../src/core/contracts/index.ts'
import type { Micros } from '../../src/core/domain/index.ts'
import type { Row, Told } from '../../src/core/history/index.ts'
import type { FactRows } from '../../src/core/history/index.ts'
import type { State } from '../../src/core/state/index.ts'
import { apply, positionOf } from '../../src/core/state/index.ts'

/**
 * Takes over how the gateway stands, in place of what was known, and makes rows of what that tells
 * anew: orders, positions with what is wanted of them as of now, the account. Its quotes make no
 * rows: they may be of an earlier trading day, and come again as what was missed. Nor do its fills:
 * those that nobody heard are in the gateway's journal, whole.
 */
export function standingRows(rows: FactRows, { facts }: SnapshotFact, told: Told): readonly Row[] {
  const { state } = rows
  forget(state)
  const made: Row[] = []
  for (const fact of facts) {
    if (fact.kind === 'order' || fact.kind === 'hello') made.push(...rows.rows(fact, told))
    else if (fact.kind !== 'account' && fact.kind !== 'fill') apply(state, fact)
  }
  for (const { owner, instrument } of held(facts)) {
    const position = positionOf(state, owner, instrument)
    made.push(...rows.rows({ kind: 'position', position }, told))
  }
  for (const fact of facts) if (fact.kind === 'account') made.push(...rows.rows(fact, told))
  return made
}

/** The newest moment of the market that a snapshot knows. */
export function momentOf({ facts }: SnapshotFact): Micros {
  let newest = 0
  for (const fact of facts) {
    const at = fact.kind === 'account' ? fact.account.at : 'at' in fact ? fact.at : 0
    if (fact.kind !== 'beat' && at > newest) newest = at
  }
  return newest as Micros
}

/** What a snapshot tells whole: whatever is not in it is over. */
function forget(state: State): void {
  state.orders.clear()
  state.working.length = 0
  state.targets.length = 0
  state.intents.clear()
}

/** Of whom and what there is a position or a target. */
function held(facts: SnapshotFact['facts']) {
  const all = facts.flatMap((fact: Fact) => {
    if (fact.kind === 'target') return { owner: fact.owner, instrument: fact.instrument }
    if (fact.kind !== 'position') return []
    return { owner: fact.position.owner, instrument: fact.position.instrument }
  })
  return new Map(all.map((each) => [`${each.owner} ${each.instrument}`, each])).values()
}
