import { expect, it } from 'vitest'
import { Measures } from '../../../../src/renderer/desk/measures.ts'
import { FrameLoad, undrawn } from '../../../../src/renderer/panels/chart/frame-load.ts'

const TICKS = { heat: true, bubbles: true, period: 'tick' } as const

/** Frames of so much work for so many seconds from a second on, sixty a second. */
function frames(load: FrameLoad, work: number, from: number, seconds: number): void {
  for (let frame = 0; frame < seconds * 60; frame++)
    load.take(work, from * 1000 + (frame * 1000) / 60)
}

function told(measures: Measures): readonly string[] {
  measures.second(NaN)
  return measures.read().degraded
}

it('tells what a late chart leaves out, and no more once it is drawn again', () => {
  const measures = new Measures()
  const load = new FrameLoad()
  const chart = {}
  const look = (): readonly string[] => {
    measures.degrade(chart, undrawn(load.level, TICKS))
    return told(measures)
  }
  const before = look()
  frames(load, 30, 0, 1.5)
  const late = look()
  frames(load, 30, 1.5, 2)
  const later = look()
  frames(load, 2, 4, 11)
  const better = look()
  frames(load, 2, 15, 11)
  expect([before, late, later, better, look()]).toEqual([
    [],
    ['heat'],
    ['heat', 'bubbles'],
    ['heat'],
    [],
  ])
})

it('tells each thing once of several charts, until the last of them is gone', () => {
  const measures = new Measures()
  const [one, other] = [{}, {}]
  measures.degrade(one, ['heat'])
  measures.degrade(other, ['heat', 'bubbles'])
  const both = told(measures)
  measures.degrade(other, [])
  const left = told(measures)
  measures.degrade(one, [])
  expect([both, left, told(measures)]).toEqual([['heat', 'bubbles'], ['heat'], []])
})

it('misses nothing that nobody wants to see, nor what bars do not have', () => {
  expect([
    undrawn(2, { ...TICKS, heat: false }),
    undrawn(1, { ...TICKS, heat: false }),
    undrawn(2, { ...TICKS, period: '1m' }),
  ]).toEqual([['bubbles'], [], []])
})
