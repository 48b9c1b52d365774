import { setImmediate } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Turn } from '../../../workers/gateway/turn.ts'

function watchedTurn(): { turn: Turn; log: string[] } {
  const log: string[] = []
  const turn = new Turn({ end: () => void log.push('end'), finish: () => void log.push('finish') })
  return { turn, log }
}

describe("a turn of a gateway's loop", () => {
  it('ends once, when all that is ready in it was taken in', async () => {
    const { turn, log } = watchedTurn()
    expect([turn.soon(), turn.soon(), log.length]).toEqual([true, false, 0])
    await setImmediate()
    expect([log, turn.soon()]).toEqual([['end'], true])
  })

  it('ends at once when nothing more is ready, and not again by itself', async () => {
    const { turn, log } = watchedTurn()
    turn.soon()
    turn.over()
    turn.over()
    expect(log).toEqual(['end'])
    await setImmediate()
    expect(log).toEqual(['end'])
  })

  it('does not end any more once it was finished', async () => {
    const { turn, log } = watchedTurn()
    turn.soon()
    turn.finish()
    await setImmediate()
    expect(log).toEqual(['finish'])
  })

  describe('with work that nobody waits for', () => {
    beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
    afterEach(() => void vi.useRealTimers())

    it('is finished in a moment, together with what came meanwhile', () => {
      const { turn, log } = watchedTurn()
      turn.atLeisure()
      vi.advanceTimersByTime(1)
      turn.atLeisure()
      expect(log).toEqual([])
      vi.advanceTimersByTime(1)
      expect(log).toEqual(['finish'])
      vi.advanceTimersByTime(100)
      expect(log).toEqual(['finish'])
    })

    it('is finished with what could not wait, and not once more', () => {
      const { turn, log } = watchedTurn()
      turn.atLeisure()
      turn.finish()
      vi.advanceTimersByTime(100)
      expect(log).toEqual(['finish'])
    })
  })
})
