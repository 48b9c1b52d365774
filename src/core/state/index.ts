export * from './account.ts'
export { exposureOf, positionOf } from './apply-fill.ts'
export * from './apply.ts'
export * from './state.ts'
