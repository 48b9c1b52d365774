import { describe, expect, it } from 'vitest'
import { Moments, readMoment } from '../../../src/renderer/desk/moments.ts'

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
    const first = moments.after('A', 'SIM.ag', 0, 0)
    expect([first, moments.after('A', 'SIM.ag', first!.number, 0), changes()]).toEqual([
      { symbol: 'SIM.ag', at: 7, number: 1 },
      undefined,
      1,
    ])
  })

  it('is nothing to another letter, nor to another symbol', () => {
    const { moments } = opened()
    moments.ask('A', 'SIM.ag', 7)
    expect([moments.after('B', 'SIM.ag', 0, 0), moments.after('A', 'SIM.au', 0, 0)]).toEqual([
      undefined,
      undefined,
    ])
  })

  it('may be the same again, asked anew', () => {
    const { moments } = opened()
    moments.ask('A', 'SIM.ag', 7)
    moments.ask('A', 'SIM.ag', 7)
    expect(moments.after('A', 'SIM.ag', 1, 0)).toEqual({ symbol: 'SIM.ag', at: 7, number: 2 })
  })

  it('stands for a panel that is only just put up, and not for one that comes later', () => {
    const { moments } = opened()
    moments.ask('A', 'SIM.ag', 7)
    const [soon, late] = [5_000, 5_001].map((up) => moments.after('A', 'SIM.ag', 0, up)?.at)
    expect([soon, late]).toEqual([7, undefined])
  })

  it('is shown by a panel that was there, however late that can paint it', () => {
    const { moments, wait } = opened()
    wait(10_000)
    moments.ask('A', 'SIM.ag', 7)
    wait(60_000)
    expect(moments.after('A', 'SIM.ag', 0, 9_000)?.at).toBe(7)
  })
})

describe('a moment between windows', () => {
  it('is told to whoever listens where a person asks for it, and not where it is only heard', () => {
    const [one, other] = [opened(), opened()]
    const told: unknown[] = []
    const end = one.moments.listen((moment) => told.push(moment))
    one.moments.ask('B', 'SIM.ag', 7)
    one.moments.hear({ letter: 'B', symbol: 'SIM.ag', at: 8 })
    end()
    one.moments.ask('B', 'SIM.ag', 9)
    expect(told).toEqual([{ letter: 'B', symbol: 'SIM.ag', at: 7 }])
    other.moments.hear({ letter: 'B', symbol: 'SIM.ag', at: 7 })
    expect(other.moments.after('B', 'SIM.ag', 0, 0)).toEqual({ symbol: 'SIM.ag', at: 7, number: 1 })
  })

  it('is read as it was written, and nothing is read of what is none', () => {
    const moment = { letter: 'C', symbol: 'SIM.ag', at: 7 } as const
    expect(readMoment(JSON.stringify(moment))).toEqual(moment)
    const none = ['', '{', 'null', '7', '{"letter":"Z","symbol":"SIM.ag","at":7}', '{"letter":"A"}']
    expect([null, ...none].map(readMoment)).toEqual([null, ...none].map(() => undefined))
  })
})
