import { describe, expect, it } from 'vitest'
import { processLoad } from '../../../src/core/desk/process-load.ts'

describe('the load of a process', () => {
  it('is what it tells of its queue and of its loop', () => {
    expect(processLoad({ 'queue.age_us': 180, 'loop.p99_us': 900 })).toEqual({
      waiting: { unit: 'age', micros: 180 },
      loopP99: 900,
    })
    expect(processLoad({ 'outbox.rows': 0 }).waiting).toEqual({ unit: 'rows', rows: 0 })
  })

  it('is unknown where it tells neither', () => {
    expect(processLoad({ 'orders.working': 3 })).toEqual({ waiting: undefined, loopP99: NaN })
  })
})
