import { describe, expect, it } from 'vitest'
import { Desk } from '../../../src/renderer/desk/desk.ts'
import { Measures } from '../../../src/renderer/desk/measures.ts'
import { Shedding } from '../../../src/renderer/desk/shedding.ts'
import { undrawn } from '../../../src/renderer/panels/chart/undrawn.ts'
import type { Session } from '../../../src/renderer/session/index.ts'

const TICKS = { heat: true, bubbles: true, period: 'tick' } as const
const FRAME = 1000 / 60

/** Frames of so much work for so many seconds from a second on, sixty a second. */
function frames(shedding: Shedding, work: number, from: number, seconds: number): void {
  for (let frame = 0; frame < seconds * 60; frame++)
    shedding.take(work, from * 1000 + frame * FRAME)
}

/** So late for so many seconds that this is left out. */
function late(seconds: number): Shedding {
  const shedding = new Shedding()
  frames(shedding, 30, 0, seconds)
  return shedding
}

const leftOut = (shedding: Shedding): readonly string[] =>
  (['heat', 'bubbles', 'tape'] as const).filter((each) => shedding.leavesOut(each))

function told(measures: Measures): readonly string[] {
  measures.second(NaN)
  return measures.read().degraded
}

describe('a window that is late', () => {
  it('leaves out heat, then bubbles, then the tape, and has them back one by one', () => {
    const shedding = new Shedding()
    const steps: (readonly string[])[] = []
    let changes = 0
    shedding.subscribe(() => void changes++)
    for (const [work, from, seconds] of [
      [30, 0, 1.5],
      [30, 1.5, 1],
      [30, 2.5, 1],
      [30, 3.5, 9],
      [2, 13, 11],
      [2, 24, 10],
      [2, 34, 10],
    ] as const) {
      frames(shedding, work, from, seconds)
      steps.push(leftOut(shedding))
    }
    const all = ['heat', 'bubbles', 'tape']
    expect(steps).toEqual([
      ['heat'],
      ['heat', 'bubbles'],
      all,
      all,
      ['heat', 'bubbles'],
      ['heat'],
      [],
    ])
    expect(changes).toBe(6)
  })

  it('judges by its own frames where no chart is open', () => {
    let [now, asked] = [0, (): void => undefined]
    const session = { listen: () => undefined } as unknown as Session
    const requestFrame = (call: () => void): void => void (asked = call)
    const desk = new Desk(session, { requestFrame, afterFrame: () => undefined, now: () => now })
    desk.frames.paint(['quotes'], () => void (now += 25))
    for (let frame = 0; frame < 150; frame++) {
      desk.frames.mark('quotes')
      asked()
    }
    desk.measures.second(NaN)
    expect(leftOut(desk.shedding)).toEqual(['heat', 'bubbles', 'tape'])
    expect(desk.measures.read().workP95).toBeGreaterThan(24)
  })

  it('is late by what several charts draw together, beside its own frames', () => {
    const shedding = new Shedding()
    for (let at = 0; at < 1_500; at += 20) {
      for (const begun of [at + 5, at + 11]) shedding.spend(6, begun)
      expect(shedding.take(6, at + 19)).toBe(18)
    }
    expect(leftOut(shedding)).toEqual(['heat'])
  })

  it('is not late by many pictures of a chart between two of its frames', () => {
    const shedding = new Shedding()
    for (let at = 0; at < 20_000; at += 250) {
      for (let drawn = at; drawn < at + 249; drawn += FRAME) shedding.spend(3, drawn)
      expect(shedding.take(2, at + 250)).toBe(5)
    }
    expect(leftOut(shedding)).toEqual([])
  })
})

describe('what is said of it', () => {
  it('names each thing once of several charts, in order, until the last of them is gone', () => {
    const measures = new Measures()
    const [tape, one, other] = [{}, {}, {}]
    measures.degrade(tape, ['tape'])
    measures.degrade(one, ['heat'])
    measures.degrade(other, ['heat', 'bubbles'])
    const all = told(measures)
    measures.degrade(other, [])
    const left = told(measures)
    measures.degrade(one, [])
    measures.degrade(tape, [])
    expect([all, left, told(measures)]).toEqual([['heat', 'bubbles', 'tape'], ['heat', 'tape'], []])
  })

  it('is nothing that nobody wants to see, nor what bars do not have', () => {
    expect([
      undrawn(late(2.5), TICKS),
      undrawn(late(9), TICKS),
      undrawn(late(9), { ...TICKS, heat: false }),
      undrawn(late(1.5), { ...TICKS, heat: false }),
      undrawn(late(9), { ...TICKS, period: '1m' }),
      undrawn(late(0.5), TICKS),
    ]).toEqual([['heat', 'bubbles'], ['heat', 'bubbles'], ['bubbles'], [], [], []])
  })
})
