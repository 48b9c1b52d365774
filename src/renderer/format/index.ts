export * from './figures.ts'
export * from './prices.ts'
export * from './times.ts'
