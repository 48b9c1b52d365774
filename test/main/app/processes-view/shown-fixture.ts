import type { BeatFact, Fact } from '../../../../src/core/contracts/index.ts'
import type { Micros } from '../../../../src/core/domain/index.ts'
import type { Replica } from '../../../../src/core/replica/index.ts'
import { follows, hears } from '../../../../src/core/replica/index.ts'
import { viewOf } from '../../../../src/main/app/processes-view/index.ts'
import type { TerminalLine, WorkerState } from '../../../../src/main/app/processes-view/index.ts'
import { START } from '../../../core/engine/fixture/market.ts'
import { AccountStory } from '../../../core/replica/account-story.ts'
import { hear, replicaFixture } from '../../../core/replica/replica-fixture.ts'
import { stateFact } from '../../../core/state/state-fixture.ts'

export const SECOND = 1_000_000
export const at = (seconds: number) => (seconds * SECOND) as Micros

export function beat(changes: Partial<BeatFact> = {}): BeatFact {
  const alive = { pid: 4_000, startedAt: START, ready: true, notes: [], seqs: {}, figures: {} }
  return { kind: 'beat', at: START, ...alive, ...changes }
}

/** All processes are well, and the gateway told a little. */
export function well(...facts: readonly Fact[]): Replica {
  const replica = replicaFixture()
  for (const { standing } of replica.sources.values()) {
    const source = replica.sources.get(standing.name)!
    follows(source, 1, at(10))
    hears(source, beat(), at(10))
  }
  for (const said of new AccountStory().begins()) hear(replica, said)
  hear(replica, { source: 'gateway', fact: stateFact('active', 'reconciled') })
  for (const fact of facts) hear(replica, { source: 'gateway', fact })
  return replica
}

export function shown(
  replica: Replica,
  seconds = 10.2,
  workers: readonly WorkerState[] = [],
  own: readonly TerminalLine[] = [],
) {
  return viewOf(replica, {
    mode: 'simulated',
    profile: 'default',
    speed: 1,
    ticksPerSecond: 6,
    counts: { ticks: 12, orders: 3, fills: 1 },
    workers,
    own,
    now: at(seconds),
  })
}
