import { describe, expect, it } from 'vitest'
import type { Painter } from '../../../src/renderer/desk/frames.ts'
import type { Slice } from '../../../src/renderer/desk/slices.ts'
import { Frames } from '../../../src/renderer/desk/frames.ts'
import { Revisions } from '../../../src/renderer/desk/revisions.ts'

/** A screen that paints when it is told to. */
class Screen {
  readonly requested: (() => void)[] = []
  readonly after: (() => void)[] = []
  time = 0
  readonly frames = new Frames({
    requestFrame: (call) => void this.requested.push(call),
    afterFrame: (call) => void this.after.push(call),
    now: () => this.time,
  })

  paint(): void {
    for (const call of this.requested.splice(0, Infinity)) call()
    for (const call of this.after.splice(0, Infinity)) call()
  }
}

const inTurn = ({ frames }: Screen, slices: readonly Slice[], painter: Painter): (() => void) =>
  frames.paint(slices, painter, 'in turn')

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

it('calls after a frame once its watchers were told, and once only', () => {
  const screen = new Screen()
  const said: string[] = []
  screen.frames.watch(() => void said.push('watched'))
  screen.frames.paint(['age'], () => screen.frames.afterPaint(() => void said.push('after')))
  screen.paint()
  screen.frames.mark('fills')
  screen.paint()
  expect(said).toEqual(['watched', 'after', 'watched'])
})

it('lets React look at most ten times a second, after a paint, and never at nothing', () => {
  const screen = new Screen()
  const waiting: (() => void)[] = []
  const revisions = new Revisions(screen.frames, (_, call) => void waiting.push(call))
  const pass = (): void => waiting.splice(0, Infinity).forEach((call) => call())
  let told = 0
  revisions.subscribe(() => void told++)
  screen.paint()
  for (let frame = 0; frame < 6; frame++) {
    screen.frames.mark('quotes')
    screen.paint()
  }
  const before = revisions.of(['quotes'])
  pass()
  expect([told, revisions.of(['quotes']) - before]).toEqual([1, 0])
  screen.paint()
  expect([told, revisions.of(['quotes']) - before, revisions.of(['fills'])]).toEqual([2, 1, 0])
  // A tenth of a second has passed since the last look only when the next timer says so.
  screen.frames.mark('quotes')
  screen.paint()
  expect([told, waiting.length]).toEqual([2, 1])
  pass()
  screen.paint()
  expect([told, waiting.length]).toEqual([3, 1])
  pass()
  screen.paint()
  expect([told, waiting.length]).toEqual([3, 0])
})

describe('while frames take long', () => {
  const LONG = 20
  const long = (screen: Screen): void => {
    for (let frame = 0; frame < 50; frame++) screen.frames.took(LONG)
  }

  const busy = (screen: Screen, painted: string[], name: string) => (): void => {
    painted.push(name)
    screen.time++
  }

  it('patient painters go one a frame, in the order in which they began to wait', () => {
    const screen = new Screen()
    const painted: string[] = []
    for (const name of ['first', 'second', 'third'])
      inTurn(screen, ['quotes'], busy(screen, painted, name))
    screen.frames.paint(['quotes'], () => void painted.push('at once'))
    screen.paint()
    long(screen)
    const frames: (readonly string[])[] = []
    for (let frame = 0; frame < 4; frame++) {
      painted.length = 0
      if (frame === 0) screen.frames.mark('quotes')
      screen.paint()
      frames.push([...painted])
    }
    expect(frames).toEqual([['at once', 'first'], ['second'], ['third'], []])
    expect(screen.requested.length).toBe(0)
  })

  it('those who had next to nothing to paint share a frame', () => {
    const screen = new Screen()
    const painted: string[] = []
    for (const name of ['first', 'second'])
      inTurn(screen, ['quotes'], () => void painted.push(name))
    inTurn(screen, ['quotes'], busy(screen, painted, 'third'))
    inTurn(screen, ['quotes'], () => void painted.push('fourth'))
    screen.paint()
    painted.length = 0
    long(screen)
    screen.frames.mark('quotes')
    screen.paint()
    const first = [...painted]
    screen.paint()
    expect([first, painted.slice(first.length)]).toEqual([['first', 'second', 'third'], ['fourth']])
  })

  it('who waited is told all that changed meanwhile', () => {
    const screen = new Screen()
    const told: (readonly Slice[])[] = []
    inTurn(screen, ['quotes', 'age'], busy(screen, [], 'first'))
    inTurn(screen, ['quotes', 'age'], (changed) => void told.push([...changed]))
    screen.paint()
    told.length = 0
    long(screen)
    screen.frames.mark('quotes')
    screen.paint()
    screen.frames.mark('age')
    screen.paint()
    expect(told).toEqual([['quotes', 'age']])
  })

  it('nobody waits who shows an order, a fill or a state', () => {
    const screen = new Screen()
    const painted: string[] = []
    for (const name of ['first', 'second'])
      inTurn(screen, ['quotes', 'orders'], () => void painted.push(name))
    screen.paint()
    painted.length = 0
    long(screen)
    screen.frames.mark('quotes')
    screen.frames.mark('orders')
    screen.paint()
    expect(painted).toEqual(['first', 'second'])
  })

  it('a frame in which the last one goes on is nobody else’s', () => {
    const screen = new Screen()
    const painted: string[] = []
    inTurn(screen, ['quotes'], () => {
      painted.push('chart')
      return 'goes on'
    })
    inTurn(screen, ['quotes'], () => void painted.push('table'))
    screen.paint()
    painted.length = 0
    long(screen)
    screen.frames.mark('quotes')
    const after: number[] = []
    for (let frame = 0; frame < 3; frame++) {
      screen.paint()
      after.push(painted.length)
    }
    expect([painted, after]).toEqual([
      ['chart', 'table'],
      [1, 1, 2],
    ])
  })

  it('nobody waits any more once frames are short, and who has ended is not called', () => {
    const screen = new Screen()
    const painted: string[] = []
    const [, end] = ['first', 'second', 'third'].map((name) =>
      inTurn(screen, ['quotes'], busy(screen, painted, name)),
    )
    screen.paint()
    painted.length = 0
    long(screen)
    screen.frames.mark('quotes')
    screen.paint()
    end?.()
    for (let frame = 0; frame < 100; frame++) screen.frames.took(1)
    screen.paint()
    screen.frames.mark('quotes')
    screen.paint()
    expect(painted).toEqual(['first', 'third', 'first', 'third'])
  })
})
