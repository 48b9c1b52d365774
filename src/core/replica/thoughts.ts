import type {
  AttributionFact,
  DecisionFact,
  PredictionFact,
  SignalFact,
  ThoughtFact,
} from '../contracts/index.ts'
import type { InstrumentId } from '../domain/index.ts'

/** The last that a strategy said about one instrument. */
export interface Thoughts {
  readonly source: string
  readonly instrument: InstrumentId
  signal: SignalFact | undefined
  prediction: PredictionFact | undefined
  decision: DecisionFact | undefined
  /** Of that decision, or of an earlier one. */
  attribution: AttributionFact | undefined
}

export function think(all: Map<string, Thoughts>, source: string, fact: ThoughtFact): void {
  const { instrument } = fact
  const key = `${source} ${instrument}`
  let thoughts = all.get(key)
  if (thoughts === undefined) {
    thoughts = {
      source,
      instrument,
      signal: undefined,
      prediction: undefined,
      decision: undefined,
      attribution: undefined,
    }
    all.set(key, thoughts)
  }
  if (fact.kind === 'signal') thoughts.signal = fact
  else if (fact.kind === 'prediction') thoughts.prediction = fact
  else if (fact.kind === 'decision') thoughts.decision = fact
  else thoughts.attribution = fact
}
