/**
 * Every expected failure has a code of this list: stable, so that a window can translate it and a
 * test can name it. The part before the dot says whose failure it is.
 */
export const ERROR_CODES = [
  // recorded files
  'recording.unreadable',
  'recording.truncated',
  'recording.foreign',
  'recording.symbol',
  'recording.number',
  'recording.crossed',
  'recording.backward',
  'recording.duplicate',
  // facts about products and days
  'product.unknown',
  'product.incomplete',
  'calendar.uncovered',
  'calendar.incomplete',
  // stored state and the wire
  'codec.version',
  'codec.kind',
  'codec.shape',
  'journal.torn',
  'journal.corrupt',
  'journal.version',
  'journal.write',
  'journal.open',
  'journal.broken',
  'journal.lost',
  'journal.seals',
  // models
  'model.missing',
  'model.manifest',
  'model.hash',
  'model.unreadable',
  'model.shape',
  'model.output',
  // configuration and the command line
  'config.flag',
  'config.value',
  'config.file',
  // folders that are one workstation's own
  'instance.locked',
  'instance.folder',
  // processes and the lines between them
  'bus.address',
  'bus.taken',
  'bus.keys',
  'bus.lost',
  'worker.spec',
  'worker.start',
  'worker.lost',
  'worker.stalled',
  // stores
  'store.config',
  'store.unreachable',
  'store.refused',
  'store.slow',
  'store.schema',
  'store.query',
  'store.outbox',
  'store.poisoned',
  // windows and tools over HTTP
  'web.port',
  'web.host',
  'web.origin',
  'web.session',
  'web.code',
  'web.size',
  'web.shape',
  // commands that are refused before the gate
  'command.expired',
  'command.epoch',
  'command.sender',
  'command.duplicate',
  'command.shape',
  'command.state',
  'command.unknown-order',
  // the gate
  'risk.state',
  'risk.instrument',
  'risk.not-allowed',
  'risk.session',
  'risk.kind',
  'risk.price',
  'risk.off-tick',
  'risk.price-limit',
  'risk.collar',
  'risk.size',
  'risk.notional',
  'risk.net-position',
  'risk.gross-position',
  'risk.close-volume',
  'risk.funds',
  'risk.account',
  'risk.limits',
  'risk.stale',
  'risk.throttle',
  'risk.duplicate',
  'risk.self-trade',
  'risk.daily-loss',
  'risk.rule-missing',
  // the venue's own word
  'venue.unknown-instrument',
  'venue.closed',
  'venue.off-tick',
  'venue.price-limit',
  'venue.volume',
  'venue.kind',
  'venue.close-volume',
  'venue.funds',
  'venue.duplicate',
  'venue.fenced',
  'venue.not-found',
  'venue.final',
  'venue.unfilled',
  'venue.day-end',
  'venue.cancelled',
  'venue.disconnected',
  'venue.journal',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

/** A failure as plain data: what, where, and how to mend it, in one sentence or two. */
export interface Failure {
  readonly code: ErrorCode
  readonly message: string
}

export function failure(code: ErrorCode, message: string): Failure {
  return { code, message }
}
