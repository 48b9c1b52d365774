import type { InstrumentId, Lots, Micros, Price, Quote } from '../../domain/index.ts'
import { createQuote, DEPTH } from '../../domain/index.ts'
import type { TickTable } from './price.ts'
import { baseTicks, readPrice, writePrice } from './price.ts'
import type { Slot } from './shape.ts'
import { named, WrongShape } from './shape.ts'
import { isList } from './tuple.ts'

/** The fields before the levels, in the order in which they travel. */
const QUOTE_FIELDS = [
  'instrument',
  'at',
  'received',
  'feedSeq',
  'last',
  'preSettlement',
  'open',
  'high',
  'low',
  'upperLimit',
  'lowerLimit',
  'volume',
  'turnover',
  'openInterest',
] as const

const ABOUT: Readonly<Record<string, string>> = {
  instrument: 'its number in the directory',
  at: "µs, from the frame's stamp",
  received: 'µs, from `at`',
  feedSeq: 'index among quotes of the same instrument and stamp',
  last: 'ticks from 0, [the price itself], or nil; the base of the others',
  preSettlement: 'ticks from `last`; the base where nothing traded yet',
  volume: 'a number, or nil',
  turnover: 'a number, or nil',
  openInterest: 'a number, or nil',
}

const FIELDS = QUOTE_FIELDS.length
/** The fields, then bid prices, bid volumes, ask prices, ask volumes: five each, best first. */
export const QUOTE_SLOTS = FIELDS + 4 * DEPTH

const PRICE = 'ticks from the base, [the price itself], or nil'
const NUMBER = 'a number, or nil'

/** For the protocol's page. */
export const QUOTE_LAYOUT = [
  ...QUOTE_FIELDS.map((name) => ({ name, about: ABOUT[name] ?? PRICE })),
  ...levels('bidPrices', PRICE),
  ...levels('bidVolumes', NUMBER),
  ...levels('askPrices', PRICE),
  ...levels('askVolumes', NUMBER),
]

function levels(name: string, about: string) {
  return Array.from({ length: DEPTH }, (_, level) => ({ name: `${name}[${level}]`, about }))
}

/**
 * Lays a quote out. `at` counts from the frame's own stamp and `received` from `at`; `last` is in
 * ticks and the other prices in ticks from it, or from `preSettlement` while nothing traded yet.
 *
 * @param slots a list of `QUOTE_SLOTS`, filled again for every quote so that none is allocated.
 */
export function writeQuote(quote: Quote, frameAt: Micros, table: TickTable, slots: Slot[]): void {
  const { instrument, at, received } = quote
  if (!Number.isSafeInteger(at) || !Number.isSafeInteger(received)) {
    throw new WrongShape('stamped with whole microseconds', `${at}, ${received}`).within('quote')
  }
  const units = table.units[instrument] ?? 0
  const scale = table.scales[instrument] ?? 1
  const { last, preSettlement } = quote
  const first = Number.isNaN(last) ? 0 : baseTicks(last, units, scale)
  const base = Number.isNaN(last) ? baseTicks(preSettlement, units, scale) : first
  slots[0] = instrument
  slots[1] = at - frameAt
  slots[2] = received - at
  slots[3] = quote.feedSeq
  slots[4] = writePrice(last, units, scale, 0)
  slots[5] = writePrice(preSettlement, units, scale, first)
  slots[6] = writePrice(quote.open, units, scale, base)
  slots[7] = writePrice(quote.high, units, scale, base)
  slots[8] = writePrice(quote.low, units, scale, base)
  slots[9] = writePrice(quote.upperLimit, units, scale, base)
  slots[10] = writePrice(quote.lowerLimit, units, scale, base)
  slots[11] = writeNumber(quote.volume)
  slots[12] = writeNumber(quote.turnover)
  slots[13] = writeNumber(quote.openInterest)
  const { bidPrices, bidVolumes, askPrices, askVolumes } = quote
  for (let level = 0; level < DEPTH; level++) {
    const slot = FIELDS + level
    slots[slot] = writePrice(bidPrices[level] as Price, units, scale, base)
    slots[slot + DEPTH] = writeNumber(bidVolumes[level] as number)
    slots[slot + 2 * DEPTH] = writePrice(askPrices[level] as Price, units, scale, base)
    slots[slot + 3 * DEPTH] = writeNumber(askVolumes[level] as number)
  }
}

/** @throws WrongShape naming the field. */
export function readQuote(slots: Slot, frameAt: Micros, table: TickTable): Quote {
  if (!isList(slots) || slots.length !== QUOTE_SLOTS) {
    throw new WrongShape(`a list of ${QUOTE_SLOTS}`, slots).within('quote')
  }
  let slot = 0
  try {
    const instrument = readWhole(slots[0] as Slot, 0) as InstrumentId
    const at = readWhole(slots[(slot = 1)] as Slot, frameAt) as Micros
    const received = readWhole(slots[(slot = 2)] as Slot, at) as Micros
    const feedSeq = readWhole(slots[(slot = 3)] as Slot, 0)
    const units = table.units[instrument] ?? 0
    const scale = table.scales[instrument] ?? 1
    const last = readPrice(slots[(slot = 4)] as Slot, units, scale, 0)
    const first = Number.isNaN(last) ? 0 : baseTicks(last, units, scale)
    const preSettlement = readPrice(slots[(slot = 5)] as Slot, units, scale, first)
    const base = Number.isNaN(last) ? baseTicks(preSettlement, units, scale) : first
    const open = readPrice(slots[(slot = 6)] as Slot, units, scale, base)
    const high = readPrice(slots[(slot = 7)] as Slot, units, scale, base)
    const low = readPrice(slots[(slot = 8)] as Slot, units, scale, base)
    const upperLimit = readPrice(slots[(slot = 9)] as Slot, units, scale, base)
    const lowerLimit = readPrice(slots[(slot = 10)] as Slot, units, scale, base)
    const volume = readNumber(slots[(slot = 11)] as Slot)
    const turnover = readNumber(slots[(slot = 12)] as Slot)
    const openInterest = readNumber(slots[(slot = 13)] as Slot)
    return createQuote(
      instrument,
      at,
      received,
      feedSeq,
      last,
      volume,
      turnover,
      openInterest,
      open,
      high,
      low,
      upperLimit,
      lowerLimit,
      preSettlement,
      readPrices(slots, (slot = FIELDS), units, scale, base),
      readVolumes(slots, (slot = FIELDS + DEPTH)),
      readPrices(slots, (slot = FIELDS + 2 * DEPTH), units, scale, base),
      readVolumes(slots, (slot = FIELDS + 3 * DEPTH)),
    )
  } catch (error) {
    throw named(named(error, fieldName(slot)), 'quote')
  }
}

/** Five prices in a list made at its final length: lists that grow take three times the memory. */
function readPrices(
  slots: readonly Slot[],
  from: number,
  units: number,
  scale: number,
  base: number,
): readonly Price[] {
  return [
    readPrice(slots[from] as Slot, units, scale, base),
    readPrice(slots[from + 1] as Slot, units, scale, base),
    readPrice(slots[from + 2] as Slot, units, scale, base),
    readPrice(slots[from + 3] as Slot, units, scale, base),
    readPrice(slots[from + 4] as Slot, units, scale, base),
  ]
}

function readVolumes(slots: readonly Slot[], from: number): readonly Lots[] {
  return [
    readNumber(slots[from] as Slot) as Lots,
    readNumber(slots[from + 1] as Slot) as Lots,
    readNumber(slots[from + 2] as Slot) as Lots,
    readNumber(slots[from + 3] as Slot) as Lots,
    readNumber(slots[from + 4] as Slot) as Lots,
  ]
}

/** The field of a slot, or the first of the five that it is among. */
function fieldName(slot: number): string {
  const levels = ['bidPrices', 'bidVolumes', 'askPrices', 'askVolumes']
  return QUOTE_FIELDS[slot] ?? `${levels[(slot - FIELDS) / DEPTH]}`
}

function readWhole(slot: Slot, from: number): number {
  const value = typeof slot === 'number' ? slot + from : NaN
  if (!Number.isSafeInteger(value)) throw new WrongShape('a whole number', slot)
  return value
}

function readNumber(slot: Slot): number {
  if (slot === null) return NaN
  if (typeof slot !== 'number') throw new WrongShape('a number or nil', slot)
  return slot
}

function writeNumber(value: number): Slot {
  if (typeof value !== 'number') throw new WrongShape('a number', value).within('quote')
  return Number.isNaN(value) ? null : value
}
