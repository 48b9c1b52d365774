export { FactReader } from './fact-reader.ts'
export type { FactReaderOptions, Loss } from './fact-reader.ts'
export { FactWriter } from './fact-writer.ts'
export type { FactWriterOptions } from './fact-writer.ts'
