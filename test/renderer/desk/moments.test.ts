import { describe, expect, it } from 'vitest'
import { Moments } from '../../../src/renderer/desk/moments.ts'

function opened() {
  let now = 0
  let changes = 0
  const moments = new Moments(
    () => changes++,
    () => now,
  )
  const wait = (milliseconds: number): void => void (now += milliseconds)
  return { moments, wait, changes: () => changes }
}

describe('a moment that linked panels are to show', () => {
  it('is told to each panel of the letter that shows the symbol, once', () => {
    const { moments, changes } = opened()
    moments.ask('A', 'SIM.ag', 7)
    const first = moments.after('A', 'SIM.ag', 0)
    expect([first, moments.after('A', 'SIM.ag', first!.number), changes()]).toEqual([
      { symbol: 'SIM.ag', at: 7, number: 1 },
      undefined,
      1,
    ])
  })

  it('is nothing to another letter, nor to another symbol', () => {
    const { moments } = opened()
    moments.ask('A', 'SIM.ag', 7)
    expect([moments.after('B', 'SIM.ag', 0), moments.after('A', 'SIM.au', 0)]).toEqual([
      undefined,
      undefined,
    ])
  })

  it('may be the same again, asked anew', () => {
    const { moments } = opened()
    moments.ask('A', 'SIM.ag', 7)
    moments.ask('A', 'SIM.ag', 7)
    expect(moments.after('A', 'SIM.ag', 1)).toEqual({ symbol: 'SIM.ag', at: 7, number: 2 })
  })

  it('stands for a panel that is only just put up, and not for one that comes later', () => {
    const { moments, wait } = opened()
    moments.ask('A', 'SIM.ag', 7)
    wait(5_000)
    const soon = moments.after('A', 'SIM.ag', 0)?.at
    wait(1)
    expect([soon, moments.after('A', 'SIM.ag', 0)]).toEqual([7, undefined])
  })
})
