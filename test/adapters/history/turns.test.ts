import { describe, expect, it } from 'vitest'
import { now } from '../../../src/adapters/history/deadline.ts'
import { Turns } from '../../../src/adapters/history/turns.ts'
import type { Failure } from '../../../src/core/contracts/index.ts'
import type { Result } from '../../../src/core/domain/index.ts'
import { ok } from '../../../src/core/domain/index.ts'
import { refused } from '../../core/contracts/told.ts'

const LATER = (): number => now() + 60_000

describe('a door for questions', () => {
  it('lets one in at a time, in the order in which they came', async () => {
    const turns = new Turns()
    const steps: string[] = []
    const asked = ['a', 'b', 'c'].map((name) =>
      turns.take(LATER(), async (): Promise<Result<string, Failure>> => {
        steps.push(`${name} in`)
        await new Promise((resolve) => setImmediate(resolve))
        steps.push(`${name} out`)
        return ok(name)
      }),
    )
    expect(turns.length).toBe(3)
    expect(await Promise.all(asked)).toEqual([ok('a'), ok('b'), ok('c')])
    expect(steps).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out'])
    expect(turns.length).toBe(0)
  })

  it('does not ask a question whose deadline passed while it waited', async () => {
    const turns = new Turns()
    let asked = 0
    const first = turns.take(LATER(), async () => {
      await new Promise((resolve) => setImmediate(resolve))
      return ok(1)
    })
    const late = turns.take(now() - 1, () => {
      asked++
      return Promise.resolve(ok(2))
    })
    expect([await first, await late, asked]).toEqual([
      ok(1),
      refused('store.slow', 'waited behind others until its deadline'),
      0,
    ])
  })

  it('opens again after work that throws', async () => {
    const turns = new Turns()
    const broken = turns.take(LATER(), () => Promise.reject(new Error('broken')))
    const next = turns.take(LATER(), () => Promise.resolve(ok('next')))
    await expect(broken).rejects.toThrow('broken')
    expect(await next).toEqual(ok('next'))
  })
})
