export type { SessionListener, SessionParts } from './parts.ts'
export { Session } from './session.ts'
export type { SessionPhase, SessionStatus } from './status.ts'
