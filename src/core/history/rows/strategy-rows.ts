import type { DecisionFact, PredictionFact, SignalFact } from '../../contracts/index.ts'
import { sayingText } from '../../contracts/index.ts'
import type { Quote } from '../../domain/index.ts'
import type { RowOf } from '../row.ts'
import type { RowHead } from './context.ts'

/** Who decided, on what: the words in which a row names a strategy. */
export interface StrategyNames {
  readonly owner: string
  readonly symbol: string
  /** Empty where none was asked. */
  readonly model: string
  /** Life of the strategy. */
  readonly epoch: number
}

/**
 * A model's answer as a signal of kind `prediction`: its value is what speaks for up less what
 * speaks for down, the last output less the first; all outputs are in the detail.
 */
export function predictionRow(
  head: RowHead,
  { owner, symbol, model, epoch }: StrategyNames,
  { outputs }: PredictionFact,
  eventNo: number,
): RowOf<'signals'> {
  return {
    table: 'signals',
    ...head,
    owner,
    symbol,
    kind: 'prediction',
    epoch,
    event_no: eventNo,
    value: (outputs.at(-1) ?? NaN) - (outputs[0] ?? NaN),
    model,
    detail: outputs.join(' '),
  }
}

/** What a decision was made from, as far as it was told. */
export interface Grounds {
  readonly signal: SignalFact | undefined
  readonly prediction: PredictionFact | undefined
  /** The newest quote of the contract. */
  readonly quote: Quote | undefined
}

/**
 * A decision with the features that were told just before it, the model's answer that led to it,
 * and the tick that it used: the model's, else the decision's own. The number of that tick among
 * those of its stamp is absent when a newer one came meanwhile.
 */
export function decisionRow(
  head: RowHead,
  { owner, symbol, model, epoch }: StrategyNames,
  decision: DecisionFact,
  { signal, prediction, quote }: Grounds,
  eventNo: number,
): RowOf<'decisions'> {
  const tick = prediction?.quoteAt ?? decision.at
  return {
    table: 'decisions',
    ...head,
    owner,
    symbol,
    epoch,
    event_no: eventNo,
    tick_ts: tick,
    tick_feed_seq: quote?.at === tick ? quote.feedSeq : NaN,
    model,
    features: signal?.at === decision.at ? signal.features : [],
    probabilities: prediction?.outputs ?? [],
    target: decision.target,
    reason: sayingText(decision.why),
    intent_id: '',
  }
}
