export * from './bus.ts'
export * from './journal.ts'
export * from './model.ts'
