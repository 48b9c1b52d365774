import type { DecisionFact, DoneFact, PredictionFact, SignalFact, StepFact } from '../index.ts'
import { body } from './body.ts'
import { flag, natural, number, text, whole } from './scalar.ts'
import { list } from './tuple.ts'

export const signalBody = body<SignalFact>('signal', 16, {
  at: whole(),
  owner: natural(),
  instrument: natural(),
  features: list(number()),
})

export const predictionBody = body<PredictionFact>('prediction', 17, {
  owner: natural(),
  instrument: natural(),
  quoteAt: whole(),
  generation: natural(),
  outputs: list(number()),
})

export const decisionBody = body<DecisionFact>('decision', 18, {
  at: whole(),
  owner: natural(),
  instrument: natural(),
  target: whole(),
  why: text(),
})

export const doneBody = body<DoneFact>('done', 19, {
  owner: natural(),
  seq: natural(),
  more: flag(),
})

export const stepBody = body<StepFact>('step', 21, { at: whole() })
