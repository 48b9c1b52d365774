import { follow } from '../../src/adapters/station/index.ts'
import type { Station } from '../../src/adapters/station/index.ts'
import type { Fact, FactKind, SnapshotFact } from '../../src/core/contracts/index.ts'
import type { HotMirror } from './hot-mirror.ts'
import type { MissedFills } from './missed-fills.ts'
import type { MissedTicks } from './missed-ticks.ts'
import type { Recorder } from './recorder.ts'
import type { Resuming } from './resuming.ts'

const OF_GATEWAY: readonly FactKind[] = [
  'hello',
  'directory',
  'quote',
  'order',
  'fill',
  'position',
  'account',
  'ack',
  'state',
  'settlement',
  'target',
  'warm-up',
]
const OF_STRATEGY: readonly FactKind[] = ['signal', 'prediction', 'decision']
/** Thoughts of strategies that wait for the gateway's directory at most. */
const MOST_EARLY = 10_000

export interface SourcesParts {
  readonly station: Station
  /** The gateway first, then the strategies. */
  readonly names: readonly string[]
  readonly recorder: Recorder
  readonly mirror: HotMirror
  readonly missed: MissedTicks
  readonly missedFills: MissedFills
  readonly resuming: Resuming
}

export interface Sources {
  /** Whether the gateway is followed without a hole. */
  readonly following: () => boolean
  /** How often something was missed. */
  readonly gaps: () => number
  readonly end: () => void
}

/** Listens to the gateway and the strategies. */
export function followSources(parts: SourcesParts): Sources {
  const { station, names, recorder, mirror, missed, missedFills, resuming } = parts
  const [gateway, ...strategies] = names
  if (gateway === undefined) throw new Error('the spec of history names no source')
  let gaps = 0
  let early: (() => void)[] | undefined = []

  const onSnapshot = (snapshot: SnapshotFact, epoch: number): void => {
    recorder.snapshot(snapshot, epoch)
    mirror.fact(snapshot)
    const quotes = snapshot.facts.flatMap((fact) => (fact.kind === 'quote' ? fact : []))
    missed.begin(quotes, recorder.state.tradingDay)
    missedFills.look()
    resuming.begin(snapshot)
    for (const tell of early ?? []) tell()
    early = undefined
  }
  const ofGateway = follow(station, gateway, {
    follows: OF_GATEWAY,
    onSnapshot: (snapshot, { epoch }) => onSnapshot(snapshot, epoch),
    onFact: (fact) => {
      if (fact.kind === 'warm-up') {
        if (fact.requester === station.sender) missed.take(fact)
        return
      }
      recorder.fact(fact, ofGateway.reader.origin?.epoch ?? 0)
      missed.dayIsTold(recorder.state.tradingDay)
      mirror.fact(fact)
    },
    onLost: () => void gaps++,
  })
  /** Names are the gateway's: what comes before it told them waits. */
  const think = (fact: Fact, epoch: number): void => {
    if (early === undefined) return recorder.fact(fact, epoch)
    if (early.length >= MOST_EARLY) early.shift()
    early.push(() => recorder.fact(fact, epoch))
  }
  const ofStrategies = strategies.map((name) => {
    const followed = follow(station, name, {
      follows: OF_STRATEGY,
      onSnapshot: () => undefined,
      onFact: (fact) => think(fact, followed.reader.origin?.epoch ?? 0),
      onLost: () => void gaps++,
    })
    return followed
  })
  return {
    following: () => ofGateway.reader.following,
    gaps: () => gaps,
    end: () => {
      for (const { close } of [ofGateway, ...ofStrategies]) close()
    },
  }
}
