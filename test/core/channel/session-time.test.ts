import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Micros } from '../../../src/core/domain/index.ts'
import { SessionTime } from '../../../src/core/channel/index.ts'
import { breach } from '../engine/fixture/property.ts'

const m = (seconds: number) => (seconds * 1_000_000) as Micros

describe('the session time of who follows a feed', () => {
  it('is the feed’s last stamp and the time since it came', () => {
    const time = new SessionTime()
    const before = time.now(m(5))
    time.hear(m(1000), m(10))
    expect([before, time.known, time.now(m(10)), time.now(m(12.5))]).toEqual([
      NaN,
      true,
      m(1000),
      m(1002.5),
    ])
  })

  it('follows a feed that is ahead at once', () => {
    const time = new SessionTime()
    time.hear(m(1000), m(10))
    time.hear(m(1100), m(11))
    expect(time.now(m(12))).toBe(m(1101))
  })

  it('goes at half its pace where the feed fell behind, until they meet', () => {
    const time = new SessionTime()
    time.hear(m(1000), m(10))
    expect(time.now(m(14))).toBe(m(1004))
    time.hear(m(1001), m(14))
    expect([16, 20, 22].map((at) => time.now(m(at)))).toEqual([m(1005), m(1007), m(1009)])
  })

  it('passes over stamps that are no moments', () => {
    const time = new SessionTime()
    time.hear(NaN as Micros, m(1))
    time.hear(Infinity as Micros, m(1))
    expect(time.known).toBe(false)
  })

  it('never runs backward, never stands still for long, and is whole microseconds', () => {
    const deeds = fc.array(
      fc.record({
        passed: fc.nat({ max: 3_000_000 }),
        /** What the feed says, as seen from its own clock; undefined for nothing. */
        late: fc.option(fc.nat({ max: 10_000_000 }), { nil: undefined }),
      }),
      { maxLength: 60 },
    )
    expect(
      breach(deeds, (all) => {
        const time = new SessionTime()
        let at = 0
        time.hear(m(1000), 0 as Micros)
        let last: number = time.now(0 as Micros)
        for (const { passed, late } of all) {
          at += passed
          if (late !== undefined) time.hear((m(1000) + at - late) as Micros, at as Micros)
          const now = time.now(at as Micros)
          if (!Number.isSafeInteger(now) || now - last < Math.floor(passed / 2) - 1) return false
          last = now
        }
        return true
      }),
    ).toBeUndefined()
  })
})
