import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { IntentGuard, SAME_PRESS } from '../../../src/core/desk/intent-guard.ts'

describe('the guard of what a person wants', () => {
  it('lets a wish pass once, and again only when a press has passed', () => {
    const guard = new IntentGuard()
    const at = (now: number) => guard.pass('place SIM.cu buy', now)
    expect([0, 1, SAME_PRESS - 1, SAME_PRESS, SAME_PRESS + 1].map(at)).toEqual([
      true,
      false,
      false,
      true,
      false,
    ])
  })

  it('tells wishes of other contents apart', () => {
    const guard = new IntentGuard()
    const wishes = ['place SIM.cu buy', 'place SIM.cu sell', 'place SIM.au buy', 'cancel 1']
    expect(wishes.map((wish) => guard.pass(wish, 0))).toEqual([true, true, true, true])
    expect(wishes.map((wish) => guard.pass(wish, 10))).toEqual([false, false, false, false])
  })

  it('passes a wish exactly where the last that passed is a press ago, whatever came between', () => {
    const presses = array(
      record({ wish: constantFrom('a', 'b', 'c'), later: integer({ min: 0, max: 400 }) }),
      { maxLength: 60 },
    )
    assert(
      property(presses, (all) => {
        const guard = new IntentGuard()
        const passed = new Map<string, number>()
        let now = 0
        for (const { wish, later } of all) {
          now += later
          const due = now - (passed.get(wish) ?? -Infinity) >= SAME_PRESS
          expect(guard.pass(wish, now)).toBe(due)
          if (due) passed.set(wish, now)
        }
      }),
    )
  })
})
