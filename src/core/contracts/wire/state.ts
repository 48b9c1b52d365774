import type { AckFact, AnsweredKind, HealthFact, StateFact, TimeFact } from '../index.ts'
import { STATE_CAUSES, TRADING_STATES } from '../index.ts'
import { body } from './body.ts'
import { sayingWire } from './saying.ts'
import { choice, flag, text, whole } from './scalar.ts'

/** In the order of their indices on the wire: new ones go to the end. */
const COMMAND_KINDS: readonly AnsweredKind[] = [
  'TargetPosition',
  'OrderIntent',
  'Amend',
  'Cancel',
  'CancelAll',
  'Flatten',
  'Halt',
  'Unlock',
  'Arm',
  'AcceptReconciliation',
  'SetLimits',
  'ResetPaper',
  'SetParameters',
  'Pause',
  'Resume',
]

export const ackBody = body<AckFact>('ack', 9, {
  at: whole(),
  command: text(),
  commandKind: choice(COMMAND_KINDS),
  sender: text(),
  outcome: choice(['accepted', 'refused', 'expired']),
  code: text(),
  message: text(),
})

export const stateBody = body<StateFact>('state', 10, {
  at: whole(),
  state: choice(TRADING_STATES),
  cause: choice(STATE_CAUSES),
  reason: sayingWire,
  person: text(),
})

export const healthBody = body<HealthFact>('health', 14, {
  at: whole(),
  ok: flag(),
  saying: sayingWire,
})

export const timeBody = body<TimeFact>('time', 15, { at: whole() })
