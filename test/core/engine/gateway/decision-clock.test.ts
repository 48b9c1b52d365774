import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Mode } from '../../../../src/core/contracts/index.ts'
import type { Micros } from '../../../../src/core/domain/index.ts'
import { MICROS_PER_MILLISECOND, MICROS_PER_SECOND } from '../../../../src/core/domain/index.ts'
import { DecisionClock } from '../../../../src/core/engine/gateway/decision-clock.ts'
import { START } from '../fixture/market.ts'
import { breach } from '../fixture/property.ts'
import { Rig } from '../fixture/rig.ts'

const HOURS = 8 * 3_600 * MICROS_PER_SECOND
/** Where the machine's clock stands when the gateway begins. */
const BOOTED = 5_000_000

/** A gateway beside a feed: its stamps are set by hand, apart from the machine's clock. */
class Paper extends Rig {
  monotonic = BOOTED

  constructor(mode: Mode = 'paper') {
    super({ mode })
    this.gateway.pass(BOOTED as Micros)
    this.run(this.gateway.start(this.now))
    this.loggedIn()
    this.ledger()
    this.quote()
    this.take()
  }

  /** The machine's clock goes on, with a look every 50 ms, and the feed's stamps by `leap` µs. */
  goesOn(milliseconds: number, leap = milliseconds * MICROS_PER_MILLISECOND): void {
    this.now = (this.now + leap) as Micros
    for (let passed = 0; passed < milliseconds; passed += 50) {
      this.monotonic += Math.min(50, milliseconds - passed) * MICROS_PER_MILLISECOND
      this.gateway.pass(this.monotonic as Micros)
      this.run(this.gateway.process({ kind: 'look' }, this.now))
    }
  }

  time(): void {
    this.run(this.gateway.process({ kind: 'time', at: this.now }, this.now))
  }

  /** What became of an opening order that is sent now. */
  opening(limit: number, validUntil = this.monotonic + MICROS_PER_SECOND): string {
    this.take()
    this.intent({ limit, validUntil })
    return this.take().find((line) => line.startsWith('ack '))!
  }

  /** The last refusal, in words. */
  get words(): string {
    return this.facts.findLast((fact) => fact.kind === 'ack')!.message
  }
}

describe('the decision clock', () => {
  it.each(['simulated', 'replay'] as const)(
    'is session time in %s, whatever the machine',
    (mode) => {
      const clock = new DecisionClock(mode)
      clock.pass(7 as Micros)
      clock.reach(START)
      clock.pass((START + HOURS) as Micros)
      expect([clock.session, clock.decision]).toEqual([START, START])
    },
  )

  it.each(['paper', 'live', 'monitor'] as const)('is the monotonic clock in %s', (mode) => {
    const clock = new DecisionClock(mode)
    clock.pass(7 as Micros)
    clock.reach(START)
    clock.pass(5 as Micros)
    clock.pass(NaN as Micros)
    expect([clock.session, clock.decision]).toEqual([START, 7])
  })
})

describe('beside a feed with stamps of its own', () => {
  const leap = fc.integer({ min: -HOURS, max: HOURS })
  const late = fc.integer({ min: 0, max: 2_000 })

  it('expires targets by the machine’s clock, whatever stamps the feed has', () => {
    const holds = ([before, after, milliseconds]: [number, number, number]): boolean => {
      const rig = new Paper()
      rig.goesOn(50, before)
      const validUntil = rig.monotonic + MICROS_PER_SECOND
      rig.goesOn(milliseconds, after)
      rig.quote()
      rig.target(1, { validUntil })
      const ack = rig.facts.findLast((fact) => fact.kind === 'ack')!
      const expected = milliseconds <= 1_000 ? 'accepted' : 'expired command.expired'
      return `${ack.outcome} ${ack.code}`.trim() === expected
    }
    expect(breach(fc.tuple(leap, leap, late), holds, 200)).toBeUndefined()
  })

  it('says by which clock a command came too late', () => {
    const rig = new Paper()
    expect(rig.opening(4_990, BOOTED - 1)).toBe('ack c1 expired command.expired')
    expect(rig.words).toBe(`the command was valid until ${BOOTED - 1}, it is ${BOOTED}`)
  })

  it('takes a quiet contract of a living feed, until its price is too old', () => {
    const rig = new Paper()
    const answers = [0, 1_000, 2_000, 2_950, 3_050].map((age, index, ages) => {
      for (let passed = ages[index - 1] ?? 0; passed < age; passed += 50) {
        rig.goesOn(50)
        rig.time()
      }
      return rig.opening(4_990 - index)
    })
    expect(answers).toEqual([
      'ack c1 accepted',
      'ack c2 accepted',
      'ack c3 accepted',
      'ack c4 accepted',
      'ack c5 refused risk.stale',
    ])
    expect(rig.words).toContain(
      'the quote is 3.0 s old, more than 3.0 s; the feed was heard 0.0 s ago',
    )
  })

  it('refuses to open once the feed says nothing for over a second, whatever its venue says', () => {
    const rig = new Paper()
    const answers = [1_000, 50].map((milliseconds, index) => {
      rig.goesOn(milliseconds, HOURS * (index - 0.5))
      rig.report({ kind: 'beat', at: rig.now, seq: rig.seq })
      return rig.opening(4_990 - index)
    })
    expect(answers).toEqual(['ack c1 accepted', 'ack c2 refused risk.stale'])
    expect(rig.words).toContain(
      'the feed has been silent for 1.1 s, more than 1.0 s; the quote is 1.1 s old',
    )
    rig.time()
    expect(rig.opening(4_980)).toBe('ack c3 accepted')
  })

  it('takes leaps of the feed for no silence of its watch, and no new second of the throttle', () => {
    const rig = new Paper()
    rig.run(rig.gateway.process({ kind: 'watch' }, rig.now))
    const answers = [0, 1, 2, 3, 4, 5].map((count) => {
      rig.goesOn(50, HOURS)
      rig.quote()
      return rig.opening(4_990 - count)
    })
    expect(answers.map((line) => line.slice(7))).toEqual([
      ...Array<string>(5).fill('accepted'),
      'refused risk.throttle',
    ])
    expect(rig.gateway.state.trading.state).toBe('active')
    rig.goesOn(1_000, 0)
    expect(rig.gateway.state.trading).toMatchObject({ state: 'reducing', cause: 'silence' })
  })

  it('stamps what happens with session time', () => {
    const rig = new Paper()
    rig.goesOn(100, HOURS)
    rig.quote()
    rig.opening(4_990)
    expect([rig.order(1).createdAt, rig.facts.findLast((fact) => fact.kind === 'ack')!.at]).toEqual(
      [START + HOURS, START + HOURS],
    )
  })
})
