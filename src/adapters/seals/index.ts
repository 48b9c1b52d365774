export * from './seal-file.ts'
export * from './sha256.ts'
