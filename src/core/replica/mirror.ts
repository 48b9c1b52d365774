import type { BeatFact } from '../contracts/index.ts'
import type {
  ChangesFrame,
  OpeningFrame,
  Standing,
  Told,
  ToldFact,
} from '../contracts/window-frame.ts'
import type { Micros } from '../domain/index.ts'
import type { Replica } from './replica.ts'
import { createReplica, take, takeQuote } from './replica.ts'
import { takeSnapshot } from './snapshot.ts'
import type { Source } from './source.ts'
import { keepVital } from './vitals.ts'

/** A replica of the replica, in a window: what an opening tells. */
export function mirrorOf(opening: OpeningFrame): Replica {
  const { sources, lines, facts, at } = opening
  const gateway = sources.find(({ worker }) => worker === 'gateway')?.name ?? ''
  const replica = createReplica(gateway, sources.map(mirrored))
  const ofAccount: ToldFact[] = []
  for (const { source, fact } of facts) {
    if (fact.kind === 'vital') keepVital(replica.vitals, source, fact)
    else if (source === gateway) ofAccount.push(fact)
  }
  takeSnapshot(replica, gateway, { facts: [...ofAccount, ...opening.quotes], seqs: {} }, at)
  takeLatest(replica, opening.latest, at)
  replica.log.lines.splice(0, Infinity, ...lines)
  replica.log.count = lines.at(-1)?.number ?? 0
  return replica
}

/** Brings a window's replica to where main's was at the end of the frame. */
export function takeChanges(replica: Replica, frame: ChangesFrame): void {
  const { sources, facts, latest, quotes, at } = frame
  for (const standing of sources) {
    const known = replica.sources.get(standing.name)
    if (known === undefined) replica.sources.set(standing.name, mirrored(standing))
    else known.standing = standing
  }
  for (const { source, fact } of facts) take(replica, source, fact, at)
  // A beat among the latest knows how many quotes there were, these among them.
  for (const quote of quotes) takeQuote(replica, quote, at)
  takeLatest(replica, latest, at)
}

function takeLatest(replica: Replica, latest: readonly Told[], at: Micros): void {
  for (const { source, fact } of latest) {
    if (fact.kind === 'beat') takeBeat(replica, source, fact, at)
    else take(replica, source, fact, at)
  }
}

/** Quotes are conflated on the way here: how many there were, the beat knows. */
function takeBeat(replica: Replica, name: string, beat: BeatFact, at: Micros): void {
  const source = replica.sources.get(name)
  if (source === undefined) return
  source.beat = beat
  source.heardAt = at
  if (name !== replica.gateway) return
  replica.told.quotes = beat.seqs['quote'] ?? 0
  replica.told.fills = beat.seqs['fill'] ?? 0
}

function mirrored(standing: Standing): Source {
  return { standing, beat: undefined, heardAt: NaN as Micros }
}
