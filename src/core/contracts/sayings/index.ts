export {
  asSaid,
  fillSlots,
  isList,
  isSayingCode,
  plainText,
  saying,
  sayingOf,
  sayingText,
  saysTheSame,
  slotsOf,
} from './saying.ts'
export type { Saying, SlotValue } from './saying.ts'
export { SAYINGS } from './table.ts'
export type { SayingCode } from './table.ts'
