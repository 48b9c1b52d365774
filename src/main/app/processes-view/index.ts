export type { WorkerState } from './process-views.ts'
export { viewOf } from './view-of.ts'
export type { Beside } from './view-of.ts'
