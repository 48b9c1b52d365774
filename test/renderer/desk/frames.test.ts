import { expect, it } from 'vitest'
import type { Slice } from '../../../src/renderer/desk/slices.ts'
import { Frames } from '../../../src/renderer/desk/frames.ts'
import { Revisions } from '../../../src/renderer/desk/revisions.ts'

/** A screen that paints when it is told to. */
class Screen {
  readonly requested: (() => void)[] = []
  time = 0
  readonly frames = new Frames({
    requestFrame: (call) => void this.requested.push(call),
    now: () => this.time,
  })

  paint(): void {
    for (const call of this.requested.splice(0, Infinity)) call()
  }
}

it('asks for one frame, however much is marked', () => {
  const { frames, requested } = new Screen()
  frames.mark('quotes')
  frames.mark('quotes')
  frames.mark('orders')
  expect(requested.length).toBe(1)
})

it('paints who reads what was marked, once a frame, and nobody else', () => {
  const screen = new Screen()
  const painted: (readonly Slice[])[] = []
  screen.frames.paint(['quotes'], (changed) => void painted.push([...changed]))
  screen.paint()
  painted.length = 0
  screen.frames.mark('orders')
  screen.paint()
  screen.frames.mark('quotes')
  screen.frames.mark('quotes')
  screen.frames.mark('orders')
  screen.paint()
  expect(painted).toEqual([['quotes', 'orders']])
})

it('paints a new painter in the next frame, and none that has ended', () => {
  const screen = new Screen()
  let [first, second] = [0, 0]
  const end = screen.frames.paint(['fills'], () => void first++)
  screen.paint()
  end()
  screen.frames.paint(['fills'], () => void second++)
  screen.paint()
  expect([first, second]).toEqual([1, 1])
})

it('keeps what is marked while it paints for the next frame', () => {
  const screen = new Screen()
  let count = 0
  screen.frames.paint(['age'], () => {
    if (++count < 3) screen.frames.mark('age')
  })
  for (let frame = 0; frame < 5; frame++) screen.paint()
  expect([count, screen.requested.length]).toEqual([3, 0])
})

it('tells how long the work of a frame took', () => {
  const screen = new Screen()
  const took: number[] = []
  screen.frames.watch((work) => void took.push(work))
  screen.frames.paint(['age'], () => void (screen.time += 7))
  screen.paint()
  expect(took).toEqual([7])
})

it('lets React look at most ten times a second, and never at nothing', () => {
  const screen = new Screen()
  const waiting: (() => void)[] = []
  const revisions = new Revisions(screen.frames, (_, call) => void waiting.push(call))
  let told = 0
  revisions.subscribe(() => void told++)
  screen.paint()
  for (let frame = 0; frame < 6; frame++) {
    screen.frames.mark('quotes')
    screen.paint()
  }
  const before = revisions.of(['quotes'])
  for (const call of waiting.splice(0, Infinity)) call()
  expect([told, revisions.of(['quotes']) - before, revisions.of(['fills'])]).toEqual([2, 1, 0])
  // A tenth of a second has passed since the last look only when the next timer says so.
  screen.frames.mark('quotes')
  screen.paint()
  expect([told, waiting.length]).toEqual([2, 1])
  for (const call of waiting.splice(0, Infinity)) call()
  expect([told, waiting.length]).toEqual([3, 1])
  for (const call of waiting.splice(0, Infinity)) call()
  expect([told, waiting.length]).toEqual([3, 0])
})
