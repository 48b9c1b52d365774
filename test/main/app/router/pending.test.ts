import { describe, expect, it } from 'vitest'
import type { AckFact } from '../../../../src/core/contracts/index.ts'
import type { IntentId, Micros } from '../../../../src/core/domain/index.ts'
import { Pending } from '../../../../src/main/app/router/pending.ts'

const MILLISECOND = 1_000
/** Whoever looks does so every 50 ms. */
const LOOK = 50

const id = 'hand-1-1' as IntentId
const ack = { command: id, outcome: 'accepted', code: '', message: '' } as AckFact

function waiting() {
  const pending = new Pending()
  let answered: string | undefined
  void pending.wait(id, 0 as Micros).then(({ outcome }) => (answered = outcome))
  return {
    pending,
    /** Looks until a moment, in milliseconds, and tells the answer. */
    at: async (milliseconds: number) => {
      for (let at = 0; at <= milliseconds; at += LOOK) pending.look((at * MILLISECOND) as Micros)
      await Promise.resolve()
      return answered
    },
  }
}

describe('a command that waits for its answer', () => {
  it('is unknown within 500 ms, and not before the gateway had its time', async () => {
    const { at } = waiting()
    expect([await at(400), await at(500)]).toEqual([undefined, 'unknown'])
  })

  it('is what the first answer says, whatever comes later', async () => {
    const { pending, at } = waiting()
    pending.acknowledged(ack)
    pending.acknowledged({ ...ack, outcome: 'refused' })
    expect(await at(500)).toBe('accepted')
  })
})
