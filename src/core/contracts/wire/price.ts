import type { Instrument, Price } from '../../domain/index.ts'
import type { Slot } from './shape.ts'
import { WrongShape } from './shape.ts'

/** The price steps of the instruments that were announced, by their small integer ids. */
export interface TickTable {
  /** Step of instrument i = `units[i] / scales[i]`; undefined where it was not announced. */
  readonly units: (number | undefined)[]
  readonly scales: (number | undefined)[]
}

export function createTickTable(instruments: readonly Instrument[]): TickTable {
  const table: TickTable = { units: [], scales: [] }
  learnTicks(table, instruments)
  return table
}

/** Adds instruments, or gives known ones another step; those without a step change nothing. */
export function learnTicks(table: TickTable, instruments: readonly Instrument[]): void {
  for (const { id, tickUnits, tickScale } of instruments) {
    if (!(tickUnits > 0 && tickScale > 0)) continue
    table.units[id] = tickUnits
    table.scales[id] = tickScale
  }
}

/** Relative ticks stay within 32 bits: five bytes at most. */
const FURTHEST = 0x7fffffff

/**
 * A price as whole ticks from a base; nil where it is absent (NaN); the price itself, alone in a
 * list, where ticks would not give the same double back: between two ticks, infinite, too far
 * off, or of an instrument without a known step (`units` 0).
 */
export function writePrice(price: Price, units: number, scale: number, base: number): Slot {
  if (Number.isNaN(price)) return null
  if (units !== 0) {
    const ticks = Math.round((price * scale) / units)
    const away = ticks - base
    if ((ticks * units) / scale === price && away <= FURTHEST && away >= -FURTHEST) return away
  }
  return [price]
}

/** @throws WrongShape when the slot holds no price. */
export function readPrice(slot: Slot, units: number, scale: number, base: number): Price {
  if (typeof slot === 'number') {
    if (!Number.isSafeInteger(slot)) throw new WrongShape('whole ticks', slot)
    if (units === 0) {
      throw new WrongShape('a price alone in a list, as the directory does not have the step', slot)
    }
    return (((slot + base) * units) / scale) as Price
  }
  if (slot === null) return NaN as Price
  if (Array.isArray(slot) && slot.length === 1 && typeof slot[0] === 'number') {
    return slot[0] as Price
  }
  throw new WrongShape('ticks, nil, or a price alone in a list', slot)
}

/** The tick nearest to a price: what others are counted from. 0 where there is none. */
export function baseTicks(price: Price, units: number, scale: number): number {
  const ticks = units === 0 ? 0 : Math.round((price * scale) / units)
  return Number.isSafeInteger(ticks) ? ticks : 0
}
