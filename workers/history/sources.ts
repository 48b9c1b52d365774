import { follow } from '../../src/adapters/station/index.ts'
import type { Station } from '../../src/adapters/station/index.ts'
import type { FactKind } from '../../src/core/contracts/index.ts'
import type { Recorder } from './recorder.ts'

const OF_GATEWAY: readonly FactKind[] = [
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
/** As many as the gateway remembers of an instrument. */
const MISSED = 3000

export interface Sources {
  /** Whether the gateway is followed without a hole. */
  readonly following: () => boolean
  /** How often something was missed. */
  readonly gaps: () => number
}

/** Listens to the gateway, which is named first, and to the strategies. */
export function followSources(
  station: Station,
  names: readonly string[],
  recorder: Recorder,
): Sources {
  const [gateway, ...strategies] = names
  if (gateway === undefined) throw new Error('the spec of history names no source')
  let gaps = 0
  const { reader } = follow(station, gateway, {
    follows: OF_GATEWAY,
    onSnapshot: (snapshot, { epoch }) => {
      recorder.snapshot(snapshot, epoch)
      fetchMissed(station, gateway, recorder)
    },
    onFact: (fact) => {
      if (fact.kind !== 'warm-up') recorder.fact(fact, reader.origin?.epoch ?? 0)
      else if (fact.requester === station.sender) recorder.warmUp(fact)
    },
    onLost: () => void gaps++,
  })
  for (const strategy of strategies) followStrategy(station, strategy, recorder)
  return { following: () => reader.following, gaps: () => gaps }
}

/** What was told before this process listened, or was dropped on the way to it. */
function fetchMissed(station: Station, gateway: string, recorder: Recorder): void {
  const pusher = station.push(gateway)
  for (const instrument of recorder.facts.state.instruments) {
    if (instrument === undefined) continue
    const asked = { instrument: instrument.id, count: MISSED }
    const command = { kind: 'WarmUpRequest' as const, ...station.head(0), ...asked }
    void pusher.send(station.codec.encodeCommand(command))
  }
}

function followStrategy(station: Station, name: string, recorder: Recorder): void {
  const { reader } = follow(station, name, {
    follows: OF_STRATEGY,
    onSnapshot: () => undefined,
    onFact: (fact) => recorder.fact(fact, reader.origin?.epoch ?? 0),
    onLost: () => undefined,
  })
}
