export * from './file.ts'
export * from './memory.ts'
