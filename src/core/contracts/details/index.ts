export { DETAILS, detailOf, explained } from './detail.ts'
export type { Detail, DetailKey } from './detail.ts'
export { SHAPES } from './shape.ts'
export type { ShapeName } from './shape.ts'
