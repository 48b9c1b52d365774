import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Pace } from '../../../../src/renderer/panels/chart/pace.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('lets a chart be drawn at most fifteen times a second, and the last quote of a burst too', () => {
  const drawn: number[] = []
  const draw = (): void => {
    if (!pace.waits(performance.now())) drawn.push(performance.now())
  }
  const pace = new Pace(draw)
  const begun = performance.now()
  for (let quote = 0; quote < 100; quote++) {
    draw()
    vi.advanceTimersByTime(10)
  }
  vi.advanceTimersByTime(1_000)
  const apart = drawn.slice(1).map((at, index) => at - drawn[index]!)
  expect([drawn[0], drawn.length <= 17, Math.min(...apart) >= 66]).toEqual([begun, true, true])
  expect(drawn.at(-1)).toBeGreaterThanOrEqual(begun + 990)
})

it('draws a lone quote at once, and nothing once it is closed', () => {
  let told = 0
  const pace = new Pace(() => told++)
  expect([pace.waits(1_000), pace.waits(1_010), pace.waits(1_070)]).toEqual([false, true, false])
  pace.waits(1_080)
  pace.close()
  vi.advanceTimersByTime(1_000)
  expect(told).toBe(0)
})
