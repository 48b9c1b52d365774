import type { Station } from '../../../adapters/station/index.ts'
import { topicsOf } from '../../../core/contracts/codec.ts'
import type { BeatFact } from '../../../core/contracts/index.ts'

/** Listens to nothing of a worker but its beats, from its first breath on. */
export function hearBeats(station: Station, name: string, onBeat: (beat: BeatFact) => void): void {
  station.subscribe(name, {
    topics: topicsOf(['beat']),
    onFrame: (frame) => {
      const decoded = station.codec.decode(frame)
      if (!decoded.ok || decoded.value.kind !== 'facts') return
      for (const fact of decoded.value.facts) if (fact.kind === 'beat') onBeat(fact)
    },
  })
}
