import type { DetailKey } from '../../core/contracts/index.ts'
import { DETAILS } from '../../core/contracts/index.ts'

type Details = { readonly [Key in DetailKey as `detail.${Key}`]: string }

/** Words of the program's own that stand in slots of details: by slot, as they are said. */
const VALUES = {
  'value.state.active': 'active',
  'value.state.reducing': 'reducing',
  'value.state.flattening': 'flattening',
  'value.state.halted': 'halted',
  'value.cause.start': 'start',
  'value.cause.reconciled': 'reconciled',
  'value.cause.mismatch': 'mismatch',
  'value.cause.person': 'person',
  'value.cause.loss': 'loss',
  'value.cause.silence': 'silence',
  'value.cause.journal': 'journal',
  'value.cause.venue': 'venue',
  'value.cause.flattened': 'flattened',
  'value.phase.continuous': 'continuous',
  'value.phase.auction': 'auction',
  'value.phase.break': 'break',
  'value.phase.closed': 'closed',
  'value.kind.limit': 'limit',
  'value.kind.market': 'market',
  'value.kind.fak': 'fak',
  'value.kind.fok': 'fok',
  'value.offset.open': 'open',
  'value.offset.close': 'close',
  'value.offset.closeToday': 'closeToday',
  'value.mode.simulated': 'simulated',
  'value.mode.replay': 'replay',
  'value.mode.paper': 'paper',
  'value.mode.live': 'live',
  'value.mode.monitor': 'monitor',
  'value.where.its name': 'its name',
  'value.where.its column': 'its column',
  'value.where.its columns': 'its columns',
  'value.where.--symbol': '--symbol',
  'value.missing.none': 'none',
  'value.besides.none': 'none',
  'value.reason.ECONNREFUSED, nobody listens there': 'ECONNREFUSED, nobody listens there',
  'value.reason.ECONNRESET, it broke the connection': 'ECONNRESET, it broke the connection',
  'value.reason.ENOTFOUND, there is no host of that name':
    'ENOTFOUND, there is no host of that name',
  'value.reason.EAI_AGAIN, the name of the host cannot be looked up now':
    'EAI_AGAIN, the name of the host cannot be looked up now',
  'value.reason.EHOSTUNREACH, there is no way to that host':
    'EHOSTUNREACH, there is no way to that host',
  'value.reason.ENETUNREACH, there is no way to that network':
    'ENETUNREACH, there is no way to that network',
  'value.reason.the connection was closed': 'the connection was closed',
  'value.mend.Free some space on the disk': 'Free some space on the disk',
  'value.mend.Give this user the right to write there': 'Give this user the right to write there',
  'value.mend.Make its folder, or choose another': 'Make its folder, or choose another',
  'value.mend.Mend that; it is tried again': 'Mend that; it is tried again',
  'value.have.nothing': 'nothing',
  'value.wanted.nothing': 'nothing',
  'value.doing.read': 'read',
  'value.doing.written': 'written',
  'value.command.SetParameters': 'SetParameters',
  'value.command.Resume': 'Resume',
} as const

/** What stands behind a code: the very sentences that terminals, logs and stores have. */
export const EN = {
  ...VALUES,
  ...(Object.fromEntries(
    Object.entries(DETAILS).map(([key, text]) => [`detail.${key}`, text]),
  ) as Details),
}
