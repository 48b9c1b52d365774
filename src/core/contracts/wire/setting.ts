import { finite, shortText } from './scalar.ts'
import type { Slot, Wire } from './shape.ts'
import { WrongShape } from './shape.ts'

/** What a parameter of a strategy is set to. */
export const settingWire: Wire<number | string | boolean> = {
  about: 'a finite number, a text of at most 64 characters, true or false',
  write: checkedSetting,
  read: checkedSetting,
}

function checkedSetting(value: Slot): number | string | boolean {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number') return finite().read(value)
  if (typeof value === 'string') return shortText().read(value)
  throw new WrongShape('a number, a text, true or false', value)
}
