export {
  asSaid,
  fillSlots,
  isList,
  isSayingCode,
  plainText,
  recognised,
  saying,
  sayingOf,
  sayingText,
  sayingsText,
  saysTheSame,
  slotsOf,
} from './saying.ts'
export type { Saying, SlotValue } from './saying.ts'
export { SAYINGS } from './table.ts'
export type { SayingCode } from './table.ts'
