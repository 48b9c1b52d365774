import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Fact } from '../../../src/core/contracts/index.ts'
import { asSaid } from '../../../src/core/contracts/index.ts'
import { START } from '../../core/engine/fixture/market.ts'
import { recordedStation } from './recorded-station.ts'

const SIGNAL = { kind: 'signal', at: START, owner: 1, instrument: 0, features: [1] } as never
const HEALTH: Fact = { kind: 'health', at: START, ok: true, saying: asSaid('well') }

function opened() {
  const { station, left } = recordedStation()
  const think = (): void => {
    station.writer.gather(SIGNAL)
    station.flushLater()
  }
  return { station, left, think }
}

describe('what is flushed later', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('leaves after two milliseconds, all that was told until then in one frame', () => {
    const { left, think } = opened()
    think()
    vi.advanceTimersByTime(1)
    think()
    const before = [...left]
    vi.advanceTimersByTime(1)
    expect([before, left]).toEqual([[], ['signal signal']])
  })

  it('is not put off by what is told meanwhile', () => {
    const { left, think } = opened()
    for (let millisecond = 0; millisecond < 6; millisecond++) {
      think()
      vi.advanceTimersByTime(1)
    }
    expect(left).toEqual(['signal signal', 'signal signal', 'signal signal'])
  })

  it('leaves once: nothing follows where nothing more was told', () => {
    const { left, think } = opened()
    think()
    vi.advanceTimersByTime(100)
    expect(left).toEqual(['signal'])
  })

  it('leaves before whatever else is said at once, so that the order stays', () => {
    const { station, left, think } = opened()
    think()
    station.writer.publish(HEALTH)
    think()
    station.send(station.codec.encodeFact({ ...headOf(station), body: HEALTH }))
    vi.advanceTimersByTime(2)
    expect(left).toEqual(['signal', 'health', 'signal', 'health'])
  })

  it('leaves with the last words of a station that ends in good order', async () => {
    const { station, left, think } = opened()
    think()
    await station.quit('the run is over')
    vi.advanceTimersByTime(100)
    expect(left).toEqual(['signal'])
  })

  it('is never said by one that may no longer act', async () => {
    const { station, left, think } = opened()
    think()
    station.abandon(2)
    const timers = vi.getTimerCount()
    vi.advanceTimersByTime(100)
    expect([timers, left, await station.ended]).toEqual([0, [], 2])
  })
})

function headOf({ writer }: ReturnType<typeof opened>['station']) {
  return { version: 1, ...writer.origin, seq: 9, at: START } as const
}
