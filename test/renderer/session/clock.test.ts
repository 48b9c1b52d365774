import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Micros } from '../../../src/core/domain/index.ts'
import { MainClock } from '../../../src/renderer/session/main-clock.ts'
import { SessionRig } from './session-rig.ts'

/** Main's clock less the page's, in µs. */
const OFFSET = 7_000_000_000

/** Answers every reading after so many milliseconds there and back. */
function answering(rig: SessionRig, delays: () => readonly [there: number, back: number]) {
  const state = { offset: OFFSET, readings: 0 }
  const { line, time } = rig
  const push = line.sent.push.bind(line.sent)
  line.sent.push = (...requests) => {
    for (const { request, name } of requests) {
      if (name !== 'clock.read') continue
      state.readings++
      const [there, back] = delays()
      time.after(there, () => {
        const at = Math.round(time.now() * 1_000 + state.offset) as Micros
        time.after(back, () => line.reply(request, { at }))
      })
    }
    return push(...requests)
  }
  return state
}

async function opened(delays: () => readonly [number, number] = () => [1, 1]) {
  const rig = new SessionRig()
  rig.session.open()
  await rig.time.pass(0)
  const main = answering(rig, delays)
  rig.serve()
  const wrong = (): number =>
    Math.abs(rig.session.monotonic() - rig.time.now() * 1_000 - main.offset) / 1_000
  return { rig, main, wrong }
}

describe('main’s clock in a page', () => {
  it('is unknown before the first answer', async () => {
    const { rig } = await opened()
    expect([rig.session.monotonic(), rig.session.clockError]).toEqual([NaN, NaN])
  })

  it('is read forty times, spread over a second, and again each minute', async () => {
    const { rig, main } = await opened()
    await rig.passWithMain(500)
    expect(main.readings).toBeGreaterThan(10)
    expect(main.readings).toBeLessThan(25)
    await rig.passWithMain(5_000)
    expect(main.readings).toBe(40)
    await rig.passWithMain(60_000)
    expect(main.readings).toBe(80)
  })

  it('is known by the quickest answer', async () => {
    const rounds = [9, 8, 0.4, 12, 7, 30]
    let count = 0
    const { rig, wrong } = await opened(() => [rounds[count++ % rounds.length]!, 0.1])
    await rig.passWithMain(5_000)
    expect(rig.session.clockError).toBeCloseTo(0.25, 6)
    expect(wrong()).toBeLessThanOrEqual(0.25)
  })

  it('goes on being read where an answer never comes', async () => {
    let count = 0
    const { rig, main } = await opened(() => [count++ % 2 === 0 ? 1e9 : 1, 1])
    await rig.passWithMain(30_000)
    expect([main.readings, rig.session.clockError]).toEqual([40, 1])
  })

  it('follows a clock that drifts', async () => {
    const { rig, main, wrong } = await opened()
    await rig.passWithMain(5_000)
    main.offset += 3_000
    expect(wrong()).toBeGreaterThan(2)
    await rig.passWithMain(65_000)
    expect(wrong()).toBeLessThanOrEqual(1)
  })

  it('is read anew after a sleep, and everything is old until the next frame', async () => {
    const { rig, main, wrong } = await opened()
    await rig.passWithMain(5_000)
    main.offset -= 40_000_000
    rig.time.sleep(40_000)
    await rig.time.pass(0)
    expect(rig.session.status).toMatchObject({ phase: 'following', old: true, behindMillis: NaN })
    expect(rig.session.monotonic()).toBeNaN()
    rig.health(1)
    expect(rig.session.status.old).toBe(false)
    await rig.passWithMain(2_000)
    expect(wrong()).toBeLessThanOrEqual(1)
    expect(rig.link.lines.length).toBe(1)
  })

  it('is read anew where the page’s clock was set back', async () => {
    const { rig } = await opened()
    await rig.passWithMain(5_000)
    rig.time.set(-500_000)
    await rig.time.pass(1_000)
    expect(rig.session.status.old).toBe(true)
  })

  it('tells how far what is shown is behind', async () => {
    const { rig, main } = await opened()
    await rig.passWithMain(5_000)
    const at = Math.round((rig.time.now() - 300) * 1_000 + main.offset) as Micros
    const { number } = rig.changes.at(-1)!
    const nothing = { sources: [], facts: [], latest: [], quotes: [] }
    rig.line.frame({ kind: 'changes', number: number + 1, position: 0, at, ...nothing })
    await rig.time.pass(1_000)
    expect(rig.session.status.behindMillis).toBeGreaterThanOrEqual(299)
    expect(rig.session.status.behindMillis).toBeLessThanOrEqual(1_301)
  })

  it('is never further off than it says', () => {
    const delay = fc.double({ min: 0, max: 500, noNaN: true })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(delay, delay), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: -1e12, max: 1e12 }),
        (delays, offset) => {
          const clock = new MainClock()
          let now = 0
          clock.begin()
          for (const [there, back] of delays) {
            const sentAt = now
            now += there
            const at = (now * 1_000 + offset) as Micros
            now += back
            clock.read(sentAt, now, at)
          }
          clock.complete()
          const wrong = Math.abs(clock.at(now) - (now * 1_000 + offset)) / 1_000
          expect(wrong).toBeLessThanOrEqual(clock.error + 0.002)
        },
      ),
      { numRuns: 300 },
    )
  })
})
