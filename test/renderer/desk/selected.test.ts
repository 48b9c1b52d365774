import { describe, expect, it } from 'vitest'
import type { Desk } from '../../../src/renderer/desk/index.ts'
import { Selected } from '../../../src/renderer/desk/selected.ts'

const DESK = {} as Desk

/** Makes what it is told to, anew each time, and counts. */
function maker<Value>(value: () => Value) {
  const made: Value[] = []
  const select = (): Value => {
    const next = value()
    made.push(next)
    return next
  }
  return { made, select }
}

describe('what a component selects', () => {
  it('is made once a revision, however often it is looked at', () => {
    const { made, select } = maker(() => ({ lots: 1 }))
    const selected = new Selected<{ lots: number }>()
    const read = [1, 1, 1].map((revision) => selected.read(revision, select, DESK))
    expect(made).toHaveLength(1)
    expect(read.every((value) => value === made[0])).toBe(true)
  })

  it('is the very same value while what is made anew is alike, so that nothing is rendered', () => {
    const { made, select } = maker(() => ({ lots: 1, names: ['a'] }))
    const selected = new Selected<unknown>()
    const read = [1, 2, 3].map((revision) => selected.read(revision, select, DESK))
    expect(made).toHaveLength(3)
    expect(new Set(read)).toEqual(new Set([made[0]]))
    expect(read.every((value) => value === made[0])).toBe(true)
  })

  it('is another value once it says something else, and again the same while it says that', () => {
    let lots = 1
    const { made, select } = maker(() => ({ lots }))
    const selected = new Selected<{ lots: number }>()
    const first = selected.read(1, select, DESK)
    lots = 2
    const second = selected.read(2, select, DESK)
    const third = selected.read(3, select, DESK)
    expect([first, second]).toEqual([{ lots: 1 }, { lots: 2 }])
    expect([second === made[1], third === second]).toEqual([true, true])
  })

  it('is made anew by another maker of the same revision: that may look at another symbol', () => {
    const selected = new Selected<string>()
    const read = ['SIM.cu', 'SIM.au'].map((symbol) => selected.read(1, () => symbol, DESK))
    expect(read).toEqual(['SIM.cu', 'SIM.au'])
  })

  it('may be nothing, and is something else when there is something', () => {
    const { select } = maker(() => all.shift())
    const all = [undefined, 'there']
    const selected = new Selected<string | undefined>()
    expect([1, 1, 2].map((revision) => selected.read(revision, select, DESK))).toEqual([
      undefined,
      undefined,
      'there',
    ])
  })
})
