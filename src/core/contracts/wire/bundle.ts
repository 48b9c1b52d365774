import type { Fact } from '../index.ts'
import type { FactBundle, FactFrame } from '../message.ts'
import type { Micros } from '../../domain/index.ts'
import type { Bodies } from './body.ts'
import { natural, whole } from './scalar.ts'
import type { Slot } from './shape.ts'
import { named, WrongShape } from './shape.ts'
import { isList } from './tuple.ts'

/** The last number of a fact: whatever is subscribed to besides, bundles hold it too. */
export const BUNDLE_NUMBER = 63
/**
 * Kinds that never travel in a bundle: quotes have a frame of their own, and others begin a line.
 */
export type BundledFact = Exclude<Fact, { readonly kind: Alone }>
type Alone = 'quote' | 'hello' | 'snapshot' | 'beat' | 'directory'
const ALONE: ReadonlySet<string> = new Set<Alone>([
  'quote',
  'hello',
  'snapshot',
  'beat',
  'directory',
])

const SEQ = natural<number>()
const AT = whole<Micros>()

export function isBundled(fact: Fact): fact is BundledFact {
  return !ALONE.has(fact.kind)
}

/** `[number of its kind, seq, fact]`: a fact within a bundle. */
export function writeBundled(facts: Bodies<Fact>, fact: BundledFact, seq: number): Slot {
  const body = facts.of(fact)
  return [body.number, SEQ.write(seq), body.write(fact)]
}

/** `[at, bundled fact, bundled fact, …]` */
export function writeBundle(bundled: readonly Slot[], at: Micros): Slot {
  return [AT.write(at), ...bundled]
}

/**
 * @param only numbers of the kinds that are read; all where it is left out.
 * @throws WrongShape
 */
export function readBundle(
  slots: Slot,
  facts: Bodies<Fact>,
  epoch: number,
  only: ReadonlySet<number> | undefined,
): FactBundle {
  if (!isList(slots) || slots.length < 2) throw new WrongShape('a list of at and facts', slots)
  const at = AT.read(slots[0] as Slot)
  const frames: FactFrame[] = []
  for (let index = 1; index < slots.length; index++) {
    const slot = slots[index] as Slot
    if (!isList(slot) || slot.length !== 3) throw new WrongShape('a kind, seq and a fact', slot)
    const body = typeof slot[0] === 'number' ? facts.numbered(slot[0]) : undefined
    if (body === undefined || ALONE.has(body.kind)) {
      throw new WrongShape('a kind that travels with others', slot[0])
    }
    if (only?.has(body.number) === false) continue
    try {
      const [seq, fact] = [SEQ.read(slot[1] as Slot), body.read(slot[2] as Slot)]
      frames.push({ kind: 'facts', epoch, seq, at, origin: undefined, facts: [fact] })
    } catch (error) {
      throw named(error, body.kind)
    }
  }
  return { kind: 'bundle', frames }
}
