import type { BeatFact, RunFact, VitalFact, WarmUpFact } from '../index.ts'
import { RUN_PHASES, VITAL_STEPS } from '../index.ts'
import type { Quote } from '../../domain/index.ts'
import type { Body } from './body.ts'
import { body } from './body.ts'
import { sayingsWire } from './saying.ts'
import { choice, flag, natural, number, positive, text, whole } from './scalar.ts'
import { list, table } from './tuple.ts'

export const beatBody = body<BeatFact>('beat', 22, {
  at: whole(),
  pid: positive(),
  startedAt: whole(),
  ready: flag(),
  notes: sayingsWire,
  seqs: table(text(), natural()),
  figures: table(text(), number()),
})

export function warmUpBody(quote: Body<Quote>): Body<WarmUpFact> {
  return body<WarmUpFact>('warm-up', 23, {
    requester: text(),
    instrument: natural(),
    quotes: list(quote),
    until: natural(),
    last: flag(),
  })
}

export const runBody = body<RunFact>('run', 24, {
  at: whole(),
  phase: choice(RUN_PHASES),
  speed: number(),
  from: number(),
  until: number(),
  quotes: natural(),
  messages: natural(),
  hash: text(),
  notes: sayingsWire,
})

export const vitalBody = body<VitalFact>('vital', 29, {
  at: whole(),
  clock: whole(),
  step: choice(VITAL_STEPS),
  pid: number(),
  start: number(),
  epoch: number(),
  since: number(),
  code: number(),
  signal: text(),
  ok: flag(),
  sayings: sayingsWire,
})
