export * from './batch.ts'
export * from './feature-table.ts'
export * from './features.ts'
