import * as fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { Saying, SayingCode, SlotValue } from '../../../src/core/contracts/index.ts'
import { SAYINGS, slotsOf } from '../../../src/core/contracts/index.ts'
import { among, text } from './arbitrary.ts'

const CODES = Object.keys(SAYINGS) as SayingCode[]

/** Anything that a process could say; within it, whatever else it could. */
export const said = (): Arbitrary<Saying> => saidWithin(2)

function saidWithin(depth: number): Arbitrary<Saying> {
  return among(CODES).chain((code) => {
    const slots = code === 'words' ? { text: text() } : valuesOf(code, depth)
    return fc
      .record<Record<string, SlotValue>>(slots)
      .map((values) => ({ code, values: { ...values } }))
  })
}

function valuesOf(code: SayingCode, depth: number): Record<string, Arbitrary<SlotValue>> {
  return Object.fromEntries(slotsOf(code).map((slot) => [slot, valueWithin(depth)]))
}

function valueWithin(depth: number): Arbitrary<SlotValue> {
  const plain = [
    text(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((each) => each + 0),
  ]
  if (depth === 0) return fc.oneof(...plain)
  const inner = saidWithin(depth - 1)
  return fc.oneof(...plain, inner, fc.array(inner, { maxLength: 2 }))
}
