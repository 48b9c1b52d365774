export { computeBatch } from './batch.ts'
export * from './feature-table.ts'
export type { Features } from './features.ts'
export { createFeatures } from './features.ts'
