import type { DetailKey, ShapeName } from '../../core/contracts/index.ts'
import { DETAILS, SHAPES } from '../../core/contracts/index.ts'

type Shapes = {
  readonly [Name in ShapeName as `value.shape.${(typeof SHAPES)[Name]}`]: (typeof SHAPES)[Name]
}
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
  'value.mend.Free some space on it': 'Free some space on it',
  'value.mend.Check the disk and its cables, or move the folder':
    'Check the disk and its cables, or move the folder',
  'value.mend.Mount it writable': 'Mount it writable',
  'value.mend.Give this user the folder': 'Give this user the folder',
  'value.mend.Raise the limit of open files': 'Raise the limit of open files',
  'value.mend.Choose another folder': 'Choose another folder',
  'value.mend.Mend that': 'Mend that',
  'value.reason.ENOSPC, the disk is full': 'ENOSPC, the disk is full',
  'value.reason.EDQUOT, the quota of the disk is used up':
    'EDQUOT, the quota of the disk is used up',
  'value.reason.EIO, the disk reports an error': 'EIO, the disk reports an error',
  'value.reason.EROFS, the file system is read-only': 'EROFS, the file system is read-only',
  'value.reason.EACCES, this user may not write there': 'EACCES, this user may not write there',
  'value.reason.EPERM, this user may not write there': 'EPERM, this user may not write there',
  'value.reason.EMFILE, too many files are open': 'EMFILE, too many files are open',
  'value.reason.ENOTDIR, a part of the path is a file': 'ENOTDIR, a part of the path is a file',
  'value.doing.opened': 'opened',
  'value.key.secret key': 'secret key',
  'value.key.public key': 'public key',
  'value.key.server key': 'server key',
  'value.at.the file': 'the file',
  'value.at.the manifest': 'the manifest',
  'value.side.input': 'input',
  'value.side.output': 'output',
  'value.side.binder': 'binder',
  'value.side.connector': 'connector',
  'value.have.nothing': 'nothing',
  'value.wanted.nothing': 'nothing',
  'value.doing.read': 'read',
  'value.doing.written': 'written',
  'value.command.SetParameters': 'SetParameters',
  'value.command.Resume': 'Resume',
  'place.questdb': '{lines} (lines) and {questions} (questions)',
} as const

/** What stands behind a code: the very sentences that terminals, logs and stores have. */
export const EN = {
  ...VALUES,
  ...(Object.fromEntries(
    Object.values(SHAPES).map((shape) => [`value.shape.${shape}`, shape]),
  ) as Shapes),
  ...(Object.fromEntries(
    Object.entries(DETAILS).map(([key, text]) => [`detail.${key}`, text]),
  ) as Details),
}
