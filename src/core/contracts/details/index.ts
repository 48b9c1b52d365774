export { DETAILS, detailOf, explained } from './detail.ts'
export type { Detail, DetailKey } from './detail.ts'
