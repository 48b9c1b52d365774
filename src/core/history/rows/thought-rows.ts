import type { DecisionFact, PredictionFact, SignalFact } from '../../contracts/index.ts'
import type { Quote } from '../../domain/index.ts'
import { FeedSeq } from '../feed-seq.ts'
import type { Row } from '../row.ts'
import type { RowHead } from './context.ts'
import type { StrategyNames } from './strategy-rows.ts'
import { decisionRow, predictionRow } from './strategy-rows.ts'

/**
 * What strategies think: a decision's row holds the signal and the prediction that led to it, so
 * the last of each is kept until then.
 */
export class ThoughtRows {
  readonly #events = new FeedSeq()
  readonly #signals = new Map<string, SignalFact>()
  readonly #predictions = new Map<string, PredictionFact>()

  signal(fact: SignalFact): void {
    this.#signals.set(keyOf(fact), fact)
  }

  prediction(head: RowHead, names: StrategyNames, fact: PredictionFact): Row {
    this.#predictions.set(keyOf(fact), fact)
    const { owner, symbol, epoch } = names
    const eventNo = this.#events.next(`prediction ${epoch} ${owner} ${symbol}`, fact.quoteAt)
    return predictionRow(head, names, fact, eventNo)
  }

  /** @param quote the newest of its instrument. */
  decision(head: RowHead, names: StrategyNames, fact: DecisionFact, quote: Quote | undefined): Row {
    const key = keyOf(fact)
    const grounds = {
      signal: this.#signals.get(key),
      prediction: this.#predictions.get(key),
      quote,
    }
    this.#predictions.delete(key)
    const { owner, symbol, epoch } = names
    const eventNo = this.#events.next(`decision ${epoch} ${owner} ${symbol}`, fact.at)
    return decisionRow(head, names, fact, grounds, eventNo)
  }
}

function keyOf({ owner, instrument }: Pick<DecisionFact, 'owner' | 'instrument'>): string {
  return `${owner} ${instrument}`
}
