import { expect, it } from 'vitest'
import { FirstPrices } from '../../../src/renderer/desk/first-prices.ts'
import { Frames } from '../../../src/renderer/desk/frames.ts'

/** A window whose frames, prices and time come when they are told to. */
class Opening {
  arePrices = false
  readonly made: string[] = []
  readonly frames: Frames
  readonly prices: FirstPrices
  readonly #frame: (() => void)[] = []
  readonly #later: (() => void)[] = []
  readonly #timers: (() => void)[] = []

  constructor() {
    this.frames = new Frames({
      requestFrame: (call) => void this.#frame.push(call),
      afterFrame: (call) => void this.#later.push(call),
      now: () => 0,
    })
    this.prices = new FirstPrices({
      frames: this.frames,
      arePrices: () => this.arePrices,
      after: (_, call) => void this.#timers.push(call),
    })
  }

  wait(...names: readonly string[]): (() => void)[] {
    return names.map((name) => this.prices.wait(() => void this.made.push(name)))
  }

  /** @returns what was made by the end of it. */
  paint(): string {
    for (const call of this.#frame.splice(0)) call()
    for (const call of this.#later.splice(0)) call()
    return this.made.join(' ')
  }

  passTime(): void {
    for (const call of this.#timers.splice(0)) call()
  }

  show(): void {
    this.arePrices = true
    this.frames.mark('quotes')
  }
}

it('makes one piece a frame, once the frame is painted that shows prices', () => {
  const opening = new Opening()
  opening.wait('chart', 'ladder', 'log')
  const before = [opening.paint(), opening.paint()]
  opening.show()
  const after = [1, 2, 3, 4].map(() => opening.paint())
  expect([before, after]).toEqual([
    ['', ''],
    ['chart', 'chart ladder', 'chart ladder log', 'chart ladder log'],
  ])
})

it('waits no longer where no price comes', () => {
  const opening = new Opening()
  opening.wait('chart')
  opening.paint()
  opening.passTime()
  expect([opening.prices.isOver, opening.paint(), opening.prices.isOver]).toEqual([
    false,
    'chart',
    true,
  ])
})

it('leaves out whoever went away, and says when nobody waits any more', () => {
  const opening = new Opening()
  const [, leave] = opening.wait('chart', 'ladder', 'log')
  opening.paint()
  opening.show()
  leave?.()
  const over = [1, 2].map(() => [opening.paint(), opening.prices.isOver])
  expect(over).toEqual([
    ['chart', false],
    ['chart log', true],
  ])
})

it('makes who comes later in the next frame, even where nothing changes', () => {
  const opening = new Opening()
  opening.show()
  opening.paint()
  opening.paint()
  opening.wait('ladder')
  expect([opening.paint(), opening.prices.isOver]).toEqual(['ladder', true])
})
