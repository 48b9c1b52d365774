import type { Command, CommandHead, ServiceCommand } from '../index.ts'
import { REPLAY_ACTIONS } from '../index.ts'
import { OFFSETS, ORDER_KINDS, SIDES } from '../../domain/index.ts'
import { bodies, body } from './body.ts'
import { wantedLimitsWire } from './limits.ts'
import { settingWire } from './setting.ts'
import { targetBody } from './target.ts'
import { choice, flag, natural, number, shortText, ticks, whole, words } from './scalar.ts'
import type { Layout } from './tuple.ts'
import { list, table } from './tuple.ts'

type Of<Kind extends string> = Extract<Command | ServiceCommand, { readonly kind: Kind }>

/** Every command begins so. The whole epoch travels: the prefix has its low 16 bits only. */
const HEAD: Layout<CommandHead> = {
  id: shortText(),
  sender: shortText(),
  epoch: natural(),
  validUntil: whole(),
}

const BY_PERSON = { ...HEAD, person: words() }

/** Numbers 64–127: what climbs to a worker. Nothing here is trusted before it was read so. */
export const COMMANDS = bodies<Command | ServiceCommand>({
  TargetPosition: targetBody(HEAD),
  OrderIntent: body<Of<'OrderIntent'>>('OrderIntent', 65, {
    ...HEAD,
    owner: natural(),
    instrument: natural(),
    side: choice(SIDES),
    offset: choice([...OFFSETS, 'auto']),
    orderKind: choice(ORDER_KINDS),
    limit: ticks(),
    volume: whole(),
  }),
  Amend: body<Of<'Amend'>>('Amend', 66, { ...HEAD, order: shortText(), limit: ticks() }),
  Cancel: body<Of<'Cancel'>>('Cancel', 67, { ...HEAD, order: shortText() }),
  CancelAll: body<Of<'CancelAll'>>('CancelAll', 68, HEAD),
  Flatten: body<Of<'Flatten'>>('Flatten', 69, BY_PERSON),
  Halt: body<Of<'Halt'>>('Halt', 70, { ...BY_PERSON, reason: words() }),
  Unlock: body<Of<'Unlock'>>('Unlock', 71, BY_PERSON),
  Arm: body<Of<'Arm'>>('Arm', 72, BY_PERSON),
  AcceptReconciliation: body<Of<'AcceptReconciliation'>>('AcceptReconciliation', 73, BY_PERSON),
  SetLimits: body<Of<'SetLimits'>>('SetLimits', 74, { ...BY_PERSON, limits: wantedLimitsWire }),
  SetParameters: body<Of<'SetParameters'>>('SetParameters', 75, {
    ...BY_PERSON,
    owner: natural(),
    parameters: table(shortText(), settingWire),
  }),
  ResetPaper: body<Of<'ResetPaper'>>('ResetPaper', 76, BY_PERSON),
  SnapshotRequest: body<Of<'SnapshotRequest'>>('SnapshotRequest', 77, {
    ...HEAD,
    instruments: list(natural()),
  }),
  WarmUpRequest: body<Of<'WarmUpRequest'>>('WarmUpRequest', 78, {
    ...HEAD,
    instrument: natural(),
    count: natural(),
  }),
  Beat: body<Of<'Beat'>>('Beat', 79, { ...HEAD, windows: natural() }),
  Pause: body<Of<'Pause'>>('Pause', 80, BY_PERSON),
  Resume: body<Of<'Resume'>>('Resume', 81, BY_PERSON),
  Replay: body<Of<'Replay'>>('Replay', 82, {
    ...HEAD,
    action: choice(REPLAY_ACTIONS),
    value: number(),
  }),
  Power: body<Of<'Power'>>('Power', 83, { ...HEAD, asleep: flag() }),
  Quit: body<Of<'Quit'>>('Quit', 84, { ...HEAD, reason: words() }),
})
