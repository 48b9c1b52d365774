export { SYSTEM_CLOCK } from './clock.ts'
export { lineLog } from './log.ts'
export { readWorkerSpec } from './read-spec.ts'
export { compileEagerly } from './tune.ts'
