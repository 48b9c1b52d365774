export * from './keeping.ts'
export * from './preferences.ts'
