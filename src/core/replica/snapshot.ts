import type { Fact, SnapshotFact } from '../contracts/index.ts'
import type { ToldFact } from '../contracts/window-frame.ts'
import type { Micros } from '../domain/index.ts'
import type { State } from '../state/index.ts'
import { apply, createState } from '../state/index.ts'
import { sayFactOnce } from './message-log.ts'
import { remember } from './remember.ts'
import type { Replica } from './replica.ts'
import { ACKS_KEPT, FILLS_KEPT, TRACES_KEPT, sessionStamp, take, weightOf } from './replica.ts'
import { tellSession } from './session-clock.ts'

type Told = SnapshotFact['facts'][number]

/** Whose facts stand for themselves, and come after those that lead to them. */
const STANDING: readonly Fact['kind'][] = ['marks', 'target', 'position', 'account']

/**
 * Takes how things stand at a source instead of all that it said before. Of the gateway the books
 * begin anew. Fills are for the list of fills only: what they led to is in the positions and the
 * account, whatever their order in the snapshot.
 *
 * @returns those that a replica of this one is to be told; none of the gateway's, as it begins
 * anew.
 * @throws Error when the facts do not fit together.
 */
export function takeSnapshot(
  replica: Replica,
  source: string,
  { facts, seqs }: Pick<SnapshotFact, 'facts' | 'seqs'>,
  saidAt: Micros,
): readonly ToldFact[] {
  if (source !== replica.gateway) {
    return facts.filter((fact) => takeOnce(replica, source, fact, saidAt)) as readonly ToldFact[]
  }
  const state = createState()
  const known = new Set(replica.fills.map(({ fill }) => fill.id))
  for (const fact of facts) if (fact.kind === 'directory') apply(state, fact)
  for (const fact of facts) if (!STANDING.includes(fact.kind)) takeOne(replica, state, fact, known)
  for (const kind of STANDING) {
    for (const fact of facts) if (fact.kind === kind) apply(state, fact)
  }
  replica.state = state
  replica.told.quotes = seqs['quote'] ?? 0
  replica.told.fills = seqs['fill'] ?? 0
  for (const fact of facts) {
    const at = sessionStamp(fact)
    if (at !== undefined) tellSession(replica.session, at, saidAt)
    sayFactOnce(replica.log, source, fact)
  }
  return []
}

function takeOne(replica: Replica, state: State, fact: Told, known: Set<string>): void {
  switch (fact.kind) {
    case 'fill':
      state.fills.add(fact.fill.id)
      if (known.has(fact.fill.id)) return
      known.add(fact.fill.id)
      return remember(replica.fills, fact, FILLS_KEPT)
    case 'ack':
      if (replica.acks.some(({ command, at }) => command === fact.command && at === fact.at)) return
      return remember(replica.acks, fact, ACKS_KEPT)
    case 'trace':
      if (replica.traces.some(({ order, at }) => order === fact.order && at === fact.at)) return
      return remember(replica.traces, fact, TRACES_KEPT)
    case 'run':
      replica.runs.set(replica.gateway, fact)
      return
    case 'directory':
    case 'settlement':
      return
    default:
      return apply(state, fact)
  }
}

/**
 * Of others than the gateway a snapshot holds their last words.
 *
 * @returns whether it said something new.
 */
function takeOnce(replica: Replica, source: string, fact: Told, saidAt: Micros): boolean {
  if (fact.kind === 'health') return sayFactOnce(replica.log, source, fact)
  if (weightOf(fact.kind) !== 'latest') return false
  take(replica, source, fact, saidAt)
  return true
}
