import { array, assert, constant, constantFrom, integer, oneof, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Micros } from '../../../src/core/domain/index.ts'
import { SessionClock } from '../../../workers/exchange/session-clock.ts'
import { createHandClock } from './exchange-fixture.ts'

const START = 1_000_000 as Micros

const deed = oneof(
  record({
    kind: constant('pass' as const),
    milliseconds: integer({ min: 0, max: 5000 }),
  }),
  record({ kind: constantFrom('sleep' as const, 'wake' as const) }),
)

describe('the clock of a session', () => {
  it('goes as the wall does, stands in sleep, and leaves out what the machine missed', () => {
    assert(
      property(array(deed), (deeds) => {
        const hand = createHandClock()
        const clock = new SessionClock(START, hand)
        let expected: number = START
        let asleep = false
        for (const each of deeds) {
          if (each.kind === 'pass') {
            hand.pass(each.milliseconds)
            if (!asleep) expected += each.milliseconds > 2000 ? 50_000 : each.milliseconds * 1000
          } else {
            asleep = each.kind === 'sleep'
            if (asleep) clock.sleep()
            else clock.wake()
          }
          expect(clock.now()).toBe(expected)
        }
      }),
    )
  })

  it('never runs backward, whatever is asked how often', () => {
    const hand = createHandClock()
    const clock = new SessionClock(START, hand)
    hand.pass(10)
    const stamps = [clock.now(), clock.now()]
    clock.wake()
    expect([...stamps, clock.now()]).toEqual([1_010_000, 1_010_000, 1_010_000])
  })
})
