export * from './journal.ts'
export * from './model.ts'
