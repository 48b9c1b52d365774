import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Micros } from '../../../src/core/domain/index.ts'
import { Watch } from '../../../workers/watchdog/watch.ts'

const SILENCE = 1_000_000
const EVERY = 100_000

/** A watch and its clock; beats come from the life that the test names. */
class Bench {
  now = 7_000_000
  readonly watch = new Watch(SILENCE, this.now as Micros)
  /** Process numbers found stalled, with how long they had been silent. */
  readonly stalled: (readonly [pid: number, silent: number])[] = []

  beat(pid = 1, ready = true): boolean {
    const startedAt = (pid * 10) as Micros
    return this.watch.heard({ pid, startedAt, ready }, this.now as Micros)
  }

  /** Time passes, with a check at every hundred milliseconds of it. */
  pass(micros: number): void {
    for (let passed = 0; passed < micros; passed += EVERY) this.check(EVERY)
  }

  check(after: number): void {
    this.now += after
    const found = this.watch.check(this.now as Micros)
    if (found !== undefined) {
      this.stalled.push([found.pid, this.watch.silentFor(this.now as Micros)])
    }
  }
}

describe('a watch', () => {
  it('checks ten times in the silence that it waits for, but not madly often', () => {
    expect(new Watch(SILENCE, 0 as Micros).checkEvery).toBe(EVERY)
    expect(new Watch(50_000, 0 as Micros).checkEvery).toBe(10_000)
  })

  it('finds silence at the second check that misses a beat, and says so once', () => {
    const bench = new Bench()
    bench.beat()
    bench.pass(SILENCE)
    const atFirst = bench.stalled.length
    bench.pass(EVERY)
    bench.pass(10 * SILENCE)
    expect([atFirst, bench.stalled]).toEqual([0, [[1, SILENCE + EVERY]]])
  })

  it('finds nothing as long as beats come, however seldom', () => {
    const bench = new Bench()
    for (let beats = 0; beats < 20; beats++) {
      bench.beat()
      bench.pass(SILENCE)
    }
    expect(bench.stalled).toEqual([])
  })

  it('counts from the first beat that says ready, not before', () => {
    const bench = new Bench()
    bench.pass(5 * SILENCE)
    bench.beat(1, false)
    bench.pass(5 * SILENCE)
    const before = bench.stalled.length
    bench.beat(1, true)
    bench.beat(1, false)
    bench.pass(2 * SILENCE)
    expect([before, bench.stalled.length]).toEqual([0, 1])
  })

  it('counts anew at the first ready beat of the next life', () => {
    const bench = new Bench()
    bench.beat(1)
    bench.pass(2 * SILENCE)
    bench.beat(2, false)
    bench.pass(5 * SILENCE)
    const before = bench.stalled.length
    bench.beat(2)
    const watched = bench.watch.watches
    bench.pass(2 * SILENCE)
    expect([before, watched, bench.stalled.map(([pid]) => pid)]).toEqual([
      1,
      { pid: 2, startedAt: 20 },
      [1, 2],
    ])
  })

  it('watches the next life even where the last one was never silent', () => {
    const bench = new Bench()
    bench.beat(1)
    bench.beat(2, false)
    bench.pass(5 * SILENCE)
    expect([bench.stalled, bench.watch.watches]).toEqual([[], undefined])
  })

  it('hears no more of who was found stalled', () => {
    const bench = new Bench()
    bench.beat(1)
    bench.pass(2 * SILENCE)
    const heard = bench.beat(1)
    bench.pass(5 * SILENCE)
    expect([heard, bench.stalled.length]).toEqual([false, 1])
  })

  it('believes no silence that its own loop slept through', () => {
    const bench = new Bench()
    bench.beat()
    for (let stall = 0; stall < 5; stall++) bench.check(3 * SILENCE)
    const during = bench.stalled.length
    // The beats that waited meanwhile are read now.
    bench.beat()
    bench.pass(SILENCE)
    expect([during, bench.stalled]).toEqual([0, []])
  })

  it('wants both checks on time: a late one in between begins the count anew', () => {
    const bench = new Bench()
    bench.beat()
    bench.pass(SILENCE)
    bench.check(SILENCE)
    bench.check(EVERY)
    const one = bench.stalled.length
    bench.check(EVERY)
    expect([one, bench.stalled.length]).toEqual([0, 1])
  })

  it('finds nothing between sleep and waking, and counts from the waking', () => {
    const bench = new Bench()
    bench.beat()
    bench.watch.power(true, bench.now as Micros)
    bench.pass(20 * SILENCE)
    bench.watch.power(false, bench.now as Micros)
    bench.pass(SILENCE)
    const before = bench.stalled.length
    bench.pass(EVERY)
    expect([before, bench.stalled.length]).toEqual([0, 1])
  })

  it('never finds one stalled that beat within the silence, whatever happens', () => {
    const event = fc.oneof(
      { weight: 5, arbitrary: fc.constant('check') },
      { weight: 1, arbitrary: fc.constantFrom('beat', 'unready', 'late', 'sleep', 'wake', 'next') },
    )
    const holds = fc.property(fc.array(event, { maxLength: 200 }), (events) => {
      const bench = new Bench()
      let pid = 1
      for (const each of events) {
        if (each === 'next') pid++
        if (each === 'beat' || each === 'unready') bench.beat(pid, each === 'beat')
        if (each === 'sleep') bench.watch.power(true, bench.now as Micros)
        if (each === 'wake') bench.watch.power(false, bench.now as Micros)
        if (each === 'check') bench.check(EVERY)
        if (each === 'late') bench.check(5 * EVERY)
      }
      const pids = bench.stalled.map(([who]) => who)
      return (
        bench.stalled.every(([, silent]) => silent >= SILENCE) && new Set(pids).size === pids.length
      )
    })
    expect(fc.check(holds, { numRuns: 2_000 }).failed).toBe(false)
  })
})
