import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Micros } from '../../../src/core/domain/index.ts'
import { DecisionTime } from '../../../workers/strategy/decision-time.ts'

/** Clocks that stand until they are told to go on. */
class HandClock {
  at = 5_000_000
  monotonic = (): Micros => this.at as Micros
  wall = (): Micros => 77 as Micros
}

const AT = 1_600_000_000_000_000

describe('decision time', () => {
  it('of the built-in market goes on with the monotonic clock from the last stamp', () => {
    const clock = new HandClock()
    const time = new DecisionTime('simulated', clock)
    time.fed(AT as Micros, clock.monotonic())
    clock.at += 300
    const passed = time.now()
    time.fed((AT + 1_000) as Micros, clock.monotonic())
    expect([passed, time.now()]).toEqual([AT + 300, AT + 1_000])
  })

  it('goes at half the pace of a clock where the feed fell behind, until they meet', () => {
    const clock = new HandClock()
    const time = new DecisionTime('simulated', clock)
    time.fed(AT as Micros, clock.monotonic())
    clock.at += 10_000
    const before = time.now()
    time.fed((AT + 2_000) as Micros, clock.monotonic())
    const seen = [0, 4_000, 8_000, 8_000].map((passes) => {
      clock.at += passes
      return time.now() - AT
    })
    expect([before - AT, seen]).toEqual([10_000, [10_000, 12_000, 16_000, 22_000]])
  })

  it('is as late as the gateway says that it is', () => {
    const clock = new HandClock()
    const time = new DecisionTime('simulated', clock)
    time.fed(AT as Micros, clock.monotonic())
    time.told((AT + 9_000) as Micros, clock.monotonic())
    time.told((AT + 4_000) as Micros, clock.monotonic())
    expect(time.now()).toBe(AT + 9_000)
  })

  it('begins anew with a snapshot, and is not led by what the feed said before', () => {
    const clock = new HandClock()
    const time = new DecisionTime('simulated', clock)
    time.fed(AT as Micros, clock.monotonic())
    clock.at += 60_000_000
    time.begin((AT + 1_000) as Micros)
    const begun = time.now()
    clock.at += 500
    expect([begun - AT, time.now() - AT]).toEqual([1_000, 1_250])
  })

  it('is not led by a stamp that waited here: it passes with the clock of who said it', () => {
    const clock = new HandClock()
    const time = new DecisionTime('simulated', clock)
    time.fed(AT as Micros, clock.monotonic())
    const saidAt = (clock.at + 10_000) as Micros
    clock.at += 5_000_000
    time.fed((AT + 2_000) as Micros, saidAt)
    time.told((AT + 10_000) as Micros, saidAt)
    expect(time.now() - AT).toBe(2_000 + 4_990_000)
  })

  it('of a replay is the furthest stamp, whatever the clock', () => {
    const clock = new HandClock()
    const time = new DecisionTime('replay', clock)
    time.fed(AT as Micros, clock.monotonic())
    clock.at += 1_000_000
    time.fed((AT - 5) as Micros, clock.monotonic())
    const fed = time.now()
    time.told((AT + 7) as Micros, clock.monotonic())
    expect([fed, time.now()]).toEqual([AT, AT + 7])
  })

  it('is the monotonic clock where a real feed may freeze; people are told session time', () => {
    const clock = new HandClock()
    const time = new DecisionTime('paper', clock)
    const before = [time.now(), time.stamp()]
    time.fed(AT as Micros, clock.monotonic())
    clock.at += 10
    expect([before, time.now(), time.stamp()]).toEqual([[5_000_000, 77], 5_000_010, AT + 10])
  })

  it('is the same whatever stamps a feed has, hours ahead, hours behind or leaping', () => {
    const HOURS = 8 * 3_600_000_000
    const stamps = fc.array(fc.integer({ min: -HOURS, max: HOURS }), { minLength: 1 })
    const holds = fc.property(fc.constantFrom('paper', 'live'), stamps, (mode, offsets) => {
      const clock = new HandClock()
      const time = new DecisionTime(mode, clock)
      let last = 0
      for (const offset of offsets) {
        time.fed((AT + offset) as Micros, clock.monotonic())
        time.told((AT + offset) as Micros, clock.monotonic())
        clock.at += 250
        const told = time.stamp()
        if (time.now() !== clock.at || told < last || told < AT + offset) return false
        last = told
      }
      return true
    })
    expect(fc.check(holds).failed).toBe(false)
  })

  it('is the date, for people, before anything was heard', () => {
    const time = new DecisionTime('simulated', new HandClock())
    const before = time.stamp()
    time.told(AT as Micros, 5_000_000 as Micros)
    expect([before, time.stamp()]).toEqual([77, AT])
  })

  it('never runs backward', () => {
    const event = fc.record({
      kind: fc.constantFrom('fed', 'told', 'passes'),
      by: fc.integer({ min: -50_000, max: 50_000 }),
    })
    const holds = fc.property(
      fc.constantFrom('simulated', 'replay'),
      fc.array(event),
      (mode, events) => {
        const clock = new HandClock()
        const time = new DecisionTime(mode, clock)
        let [stamp, last] = [AT, 0]
        for (const { kind, by } of events) {
          if (kind === 'passes') clock.at += Math.abs(by)
          else {
            stamp += by
            if (kind === 'fed') time.fed(stamp as Micros, clock.monotonic())
            else time.told(stamp as Micros, clock.monotonic())
          }
          const now = time.now()
          if (now < last || !Number.isSafeInteger(now)) return false
          last = now
        }
        return true
      },
    )
    expect(fc.check(holds).failed).toBe(false)
  })
})
