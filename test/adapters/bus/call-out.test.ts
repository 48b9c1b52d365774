import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { callOut } from '../../../src/adapters/bus/call-out.ts'

describe('a listener that throws', () => {
  it('stops nobody who calls it, and its error is thrown where nobody catches', () => {
    vi.useFakeTimers({ toFake: ['setImmediate'] })
    onTestFinished(() => void vi.useRealTimers())
    const heard: number[] = []
    const listener = (frame: number): void => {
      heard.push(frame)
      if (frame === 1) throw new Error('a mistake in the listener')
    }
    for (const frame of [1, 2]) callOut(listener, frame)
    expect(() => vi.runAllTimers()).toThrow('a mistake in the listener')
    expect(heard).toEqual([1, 2])
  })
})
