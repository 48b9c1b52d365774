import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '../../../../src/core/contracts/index.ts'
import type { Micros } from '../../../../src/core/domain/index.ts'
import { MICROS_PER_SECOND } from '../../../../src/core/domain/index.ts'
import { Throttle } from '../../../../src/core/engine/gateway/throttle.ts'
import { START } from '../fixture/market.ts'
import { breach } from '../fixture/property.ts'

/** The most stamps that any one second holds, whichever moment it begins at. */
function most(stamps: readonly number[]): number {
  let worst = 0
  for (const begin of stamps) {
    const within = stamps.filter((at) => at >= begin && at < begin + MICROS_PER_SECOND)
    worst = Math.max(worst, within.length)
  }
  return worst
}

/** Sends whatever fits: at every step an order or a cancel is tried. */
function storm(
  steps: readonly (readonly [number, boolean])[],
  limits: typeof DEFAULT_LIMITS,
  surely = true,
) {
  const throttle = new Throttle()
  const orders: number[] = []
  const messages: number[] = []
  let now: number = START
  for (const [pause, isOrder] of steps) {
    now += pause
    const at = now as Micros
    if (isOrder ? !throttle.orderFits(limits, at) : !throttle.cancelFits(limits, at, surely))
      continue
    if (isOrder) throttle.ordered(at)
    else throttle.cancelled(at)
    if (isOrder) orders.push(now)
    messages.push(now)
  }
  return { orders, messages }
}

const stepArbitrary = fc.tuple(
  fc.oneof(fc.constant(0), fc.nat(200_000), fc.constantFrom(999_999, 1_000_000, 2_000_000)),
  fc.boolean(),
)

describe('the throttle', () => {
  it('keeps every second of a storm within the bounds, and uses them up', () => {
    const steps = Array.from({ length: 5_000 }, (_, step) => [1_000, step % 3 > 0] as const)
    const { orders, messages } = storm(steps, DEFAULT_LIMITS)
    expect([most(orders), most(messages), messages.length]).toEqual([5, 9, 45])
  })

  it('keeps any second within any bounds', () => {
    expect(
      breach(
        fc.tuple(
          fc.array(stepArbitrary, { maxLength: 120 }),
          fc.integer({ min: 0, max: 7 }),
          fc.integer({ min: 0, max: 12 }),
        ),
        ([steps, ordersPerSecond, messagesPerSecond]) => {
          const limits = { ...DEFAULT_LIMITS, ordersPerSecond, messagesPerSecond }
          const { orders, messages } = storm(steps, limits)
          return most(orders) <= ordersPerSecond && most(messages) <= messagesPerSecond
        },
        300,
      ),
    ).toBeUndefined()
  })

  it('takes one more exactly a second after the first', () => {
    const throttle = new Throttle()
    for (let sent = 0; sent < 5; sent++) throttle.ordered((START + sent) as Micros)
    const fits = (after: number) => throttle.orderFits(DEFAULT_LIMITS, (START + after) as Micros)
    expect([999_999, 1_000_000].map(fits)).toEqual([false, true])
  })

  it('leaves room for cancels where orders are used up', () => {
    const throttle = new Throttle()
    for (let sent = 0; sent < 5; sent++) throttle.ordered(START)
    const room: boolean[] = []
    for (let sent = 0; sent < 5; sent++) {
      room.push(throttle.cancelFits(DEFAULT_LIMITS, START, false))
      throttle.cancelled(START)
    }
    expect(room).toEqual([true, true, true, false, false])
  })

  it('keeps one message of every second back for a cancel that must go', () => {
    const throttle = new Throttle()
    for (let sent = 0; sent < 8; sent++) throttle.cancelled(START)
    const fits = [false, true].map((surely) => throttle.cancelFits(DEFAULT_LIMITS, START, surely))
    const order = throttle.orderFits(DEFAULT_LIMITS, START)
    throttle.cancelled(START)
    expect([...fits, order, throttle.cancelFits(DEFAULT_LIMITS, START, true)]).toEqual([
      false,
      true,
      false,
      false,
    ])
  })

  it('takes nothing for the first second of a life that may have sent before', () => {
    const throttle = new Throttle()
    throttle.assumeUsed(START)
    const later = (START + MICROS_PER_SECOND) as Micros
    const wide = { ...DEFAULT_LIMITS, ordersPerSecond: 500, messagesPerSecond: 900 }
    expect([
      throttle.orderFits(wide, START),
      throttle.cancelFits(wide, (later - 1) as Micros, true),
      throttle.orderFits(wide, later),
      throttle.cancelFits(wide, later, true),
    ]).toEqual([false, false, true, true])
  })

  it.each([NaN, 0, -1, undefined])('takes nothing where the bound is %s', (bound) => {
    const limits = { ...DEFAULT_LIMITS, messagesPerSecond: bound as number }
    const throttle = new Throttle()
    expect([throttle.orderFits(limits, START), throttle.cancelFits(limits, START, true)]).toEqual([
      false,
      false,
    ])
  })
})
