import type {
  AttributionFact,
  DecisionFact,
  DoneFact,
  PredictionFact,
  SettingFact,
  SignalFact,
  StepFact,
  TraceFact,
} from '../index.ts'
import { body } from './body.ts'
import { optionalSayingWire, sayingWire } from './saying.ts'
import { flag, natural, number, text, whole } from './scalar.ts'
import { list, table } from './tuple.ts'
import { settingWire } from './setting.ts'

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
  why: sayingWire,
})

export const doneBody = body<DoneFact>('done', 19, {
  owner: natural(),
  seq: natural(),
  more: flag(),
})

export const stepBody = body<StepFact>('step', 21, { at: whole() })

export const traceBody = body<TraceFact>('trace', 25, {
  at: whole(),
  order: text(),
  intent: text(),
  owner: natural(),
  instrument: natural(),
  venueDelay: number(),
  stages: list(number()),
})

export const settingBody = body<SettingFact>('setting', 26, {
  at: whole(),
  owner: natural(),
  strategy: text(),
  model: text(),
  paused: flag(),
  parameters: table(text(), settingWire),
  features: list(text()),
  labels: list(text()),
  person: text(),
  change: optionalSayingWire,
})

export const attributionBody = body<AttributionFact>('attribution', 27, {
  at: whole(),
  owner: natural(),
  instrument: natural(),
  quoteAt: whole(),
  label: text(),
  base: number(),
  values: list(number()),
  pushes: list(number()),
})
