export { mirrorOf, takeChanges } from './mirror.ts'
export { LINES_KEPT, say } from './message-log.ts'
export type { MessageLog } from './message-log.ts'
export { openingOf } from './opening.ts'
export {
  ACKS_KEPT,
  FILLS_KEPT,
  TRACES_KEPT,
  createReplica,
  isRunOver,
  runOf,
  take,
  takeQuote,
  weightOf,
} from './replica.ts'
export type { Replica, Weight } from './replica.ts'
export { sessionNow } from './session-clock.ts'
export type { SessionClock } from './session-clock.ts'
export { spoken } from './spoken.ts'
export type { Spoken } from './spoken.ts'
export { takeSnapshot } from './snapshot.ts'
export { createSource, fallsSilent, follows, hears, isFresh, loses, misses } from './source.ts'
export type { Source, SourceName } from './source.ts'
export type { Thoughts } from './thoughts.ts'
export { COURSE_KEPT, WORDS_KEPT, vital, vitalsOfBeat } from './vitals.ts'
export type { Vital, Vitals } from './vitals.ts'
