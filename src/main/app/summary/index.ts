export { holdings } from './holdings.ts'
export type { Outcome } from './outcome.ts'
export { summaryLines } from './summary-lines.ts'
export type { RunSummary } from './summary-lines.ts'
