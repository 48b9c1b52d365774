export * from './figures.ts'
export * from './names.ts'
export * from './prices.ts'
export * from './times.ts'
