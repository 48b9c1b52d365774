import { MODES } from '../index.ts'
import type { Origin } from '../message.ts'
import { choice, natural, text } from './scalar.ts'
import { tuple } from './tuple.ts'

/** Who speaks: `[source, mode, profile, epoch]`. */
export const originWire = tuple<Origin>({
  source: text(),
  mode: choice(MODES),
  profile: text(),
  epoch: natural(),
})
