import type { Station } from '../../../adapters/station/index.ts'
import { follow } from '../../../adapters/station/index.ts'
import type { Loss } from '../../../core/channel/index.ts'
import type {
  BeatFact,
  Fact,
  FactKind,
  HealthFact,
  Saying,
  SnapshotFact,
} from '../../../core/contracts/index.ts'
import { saying } from '../../../core/contracts/index.ts'
import type { Origin } from '../../../core/contracts/message.ts'
import type { WorkerKind } from '../../../core/contracts/worker-spec.ts'
import type { Micros } from '../../../core/domain/index.ts'
import type { Replica, Source } from '../../../core/replica/index.ts'
import {
  follows,
  hears,
  loses,
  misses,
  say,
  take,
  takeQuote,
  takeSnapshot,
  vital,
  vitalsOfBeat,
  weightOf,
} from '../../../core/replica/index.ts'
import type { ReplicaListener } from './listener.ts'
import type { TellVital } from './tell-vitals.ts'

/** What windows are shown of each kind of process. */
const FOLLOWED: Readonly<Record<WorkerKind, readonly FactKind[]>> = {
  gateway: [
    'hello',
    'directory',
    'quote',
    'order',
    'fill',
    'position',
    'account',
    'ack',
    'state',
    'limits',
    'settlement',
    'reset',
    'target',
    'health',
    'time',
    'run',
    'trace',
  ],
  strategy: ['signal', 'prediction', 'decision', 'attribution', 'setting', 'ack', 'health'],
  exchange: ['run', 'health'],
  history: ['health'],
  watchdog: ['health'],
}

const LOST_BY: Readonly<Record<Loss, Saying>> = {
  gap: saying('line.gap'),
  epoch: saying('line.epoch'),
}

/** Follows one process into the replica, and tells the listener what came of each fact. */
export function followInto(
  station: Station,
  replica: Replica,
  source: Source,
  listener: ReplicaListener,
  tell: TellVital,
): () => void {
  const { name, worker } = source.standing
  const { clock } = station
  /** Number of the last quote before something was missed; NaN where it was another life's. */
  let quotesTaken = NaN
  const isGateway = name === replica.gateway
  const complain = (what: Saying): void => {
    const fact = { kind: 'health', at: replica.session.at, ok: false, saying: what } as const
    say(replica.log, name, fact)
    listener.ordered(name, fact)
  }
  const said = ({ ok, saying: what }: HealthFact): void =>
    tell(name, vital('said', { ok, sayings: [what] }))
  /** A fact that does not fit makes the copy worthless, and is no reason to end. */
  const guarded = (taking: () => void): void => {
    try {
      taking()
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      station.log.error(`${name}: the copy of its facts is given up: ${why}`)
      followed.reader.restart(clock.monotonic())
    }
  }
  const onFact = (fact: Fact, number: number, at: Micros): void => {
    if (fact.kind === 'quote') {
      takeQuote(replica, fact, at)
      replica.told.quotes = number
      return listener.quote(fact)
    }
    take(replica, name, fact, at)
    if (fact.kind === 'health') said(fact)
    if (isGateway && fact.kind === 'fill') replica.told.fills = number
    pass(name, fact, listener)
  }
  const onSnapshot = (snapshot: SnapshotFact, { epoch }: Origin): void => {
    const { log } = replica
    const linesBefore = log.count
    const news = takeSnapshot(replica, name, snapshot, clock.monotonic())
    if (source.standing.silent) tell(name, vital('speaks', { since: source.heardAt }))
    follows(source, epoch, clock.monotonic())
    tell(name, vital('follows', { epoch }))
    // What it said while nobody could hear it.
    for (const { number, source: by, fact } of log.lines) {
      if (number > linesBefore && by === name && fact.kind === 'health') said(fact)
    }
    listener.standing(source.standing)
    if (isGateway) listener.anew()
    else for (const fact of news) pass(name, fact, listener)
  }
  const onBeat = (beat: BeatFact): void => {
    const last = source.beat ?? beat
    const isSameLife = beat.pid === last.pid && beat.startedAt === last.startedAt
    for (const each of vitalsOfBeat(source, beat)) tell(name, each)
    const wasSilent = hears(source, beat, clock.monotonic())
    listener.latest(name, beat)
    const isMissing = isGateway && source.standing.line === 'lost'
    // Another life counts its quotes from 1.
    if (isMissing && !isSameLife) quotesTaken = NaN
    if (isMissing) misses(source, (beat.seqs['quote'] ?? NaN) - quotesTaken)
    if (wasSilent || isMissing) listener.standing(source.standing)
  }
  const followed = follow(station, name, {
    follows: worker === 'main' ? [] : FOLLOWED[worker],
    onSnapshot: (snapshot, origin) => guarded(() => onSnapshot(snapshot, origin)),
    onFact: (fact, number, at) => guarded(() => onFact(fact, number, at)),
    onLost: (loss) => {
      quotesTaken = loss === 'gap' ? replica.told.quotes : NaN
      loses(source, clock.monotonic())
      tell(name, vital('lost', { sayings: [LOST_BY[loss]] }))
      listener.standing(source.standing)
      complain(LOST_BY[loss])
    },
    onBeat,
  })
  return followed.close
}

function pass(source: string, fact: Fact, listener: ReplicaListener): void {
  if (fact.kind === 'quote' || fact.kind === 'snapshot') return
  const weight = weightOf(fact.kind)
  if (weight === 'latest') listener.latest(source, fact)
  else if (weight === 'ordered') listener.ordered(source, fact)
}
