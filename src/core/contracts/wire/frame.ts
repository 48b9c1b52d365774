import type { Fact } from '../index.ts'
import type { FactFrame, Origin } from '../message.ts'
import type { Micros, Quote } from '../../domain/index.ts'
import type { Body } from './body.ts'
import { QUOTE_NUMBER } from './fact.ts'
import { originWire } from './origin.ts'
import type { TickTable } from './price.ts'
import { QUOTE_SLOTS, readQuote, writeQuote } from './quote.ts'
import { natural, whole } from './scalar.ts'
import type { Slot } from './shape.ts'
import { named, WrongShape } from './shape.ts'
import { isList } from './tuple.ts'

const SEQ = natural<number>()
const AT = whole<Micros>()

/** Whether frames of this kind tell who speaks, as the third slot. */
function announces(kind: string): boolean {
  return kind === 'hello' || kind === 'snapshot'
}

/** `[seq, at, fact]`, or `[seq, at, origin, fact]` for a `hello` and a snapshot. */
export function writeFactFrame(
  fact: Fact,
  body: Body<Fact>,
  seq: number,
  at: Micros,
  origin: Origin,
): Slot {
  const head = [SEQ.write(seq), AT.write(at)]
  return announces(fact.kind)
    ? [...head, originWire.write(origin), body.write(fact)]
    : [...head, body.write(fact)]
}

/**
 * `[seq, at, quote, quote, …]`: the first one's number, the others count on by one; stamps count
 * from `at`. The list that is returned is filled again by the next frame of as many quotes.
 */
export type QuoteFrames = (quotes: readonly Quote[], seq: number, at: Micros) => Slot

export function createQuoteFrames(table: TickTable): QuoteFrames {
  const lone = emptyFrame(1)
  return (quotes, seq, at) => {
    const frame = quotes.length === 1 ? lone : emptyFrame(quotes.length)
    frame[0] = SEQ.write(seq)
    frame[1] = AT.write(at)
    for (let i = 0; i < quotes.length; i++) {
      writeQuote(quotes[i] as Quote, at, table, frame[i + 2] as Slot[])
    }
    return frame
  }
}

function emptyFrame(count: number): Slot[] {
  const frame: Slot[] = [0, 0]
  for (let i = 0; i < count; i++) frame.push(new Array<Slot>(QUOTE_SLOTS).fill(0))
  return frame
}

/** @throws WrongShape */
export function readFactFrame(
  slots: Slot,
  body: Body<Fact>,
  epoch: number,
  table: TickTable,
): FactFrame {
  if (!isList(slots) || slots.length < 3) {
    throw new WrongShape('a list of seq, at and facts', slots).within(body.kind)
  }
  const seq = field('seq', SEQ, slots[0] as Slot)
  const at = field('at', AT, slots[1] as Slot)
  const announced = announces(body.kind)
  const origin = announced ? field('origin', originWire, slots[2] as Slot) : undefined
  const from = announced ? 3 : 2
  const facts = new Array<Fact>(Math.max(0, slots.length - from))
  for (let i = 0; i < facts.length; i++) {
    const slot = slots[i + from] as Slot
    facts[i] =
      body.number === QUOTE_NUMBER ? readQuote(slot, at, table) : field(body.kind, body, slot)
  }
  return { kind: 'facts', epoch, seq, at, origin, facts }
}

function field<Value>(name: string, wire: { read(slot: Slot): Value }, slot: Slot): Value {
  try {
    return wire.read(slot)
  } catch (error) {
    throw named(error, name)
  }
}
