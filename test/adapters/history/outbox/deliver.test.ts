import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backOff, deliver } from '../../../../src/adapters/history/outbox/deliver.ts'
import { failure } from '../../../../src/core/contracts/index.ts'
import { failed, ok } from '../../../../src/core/domain/index.ts'
import { numbered, numbersOf } from './numbered.ts'

const AWAY = failure('store.unreachable', 'away')
const REFUSED = failure('store.refused', 'bad row')

describe('the delivery of a batch', () => {
  it('stores the good rows and sets the bad ones aside, each once and in order', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { maxLength: 40 }),
        fc.infiniteStream(fc.nat(3)),
        async (isBad, fates) => {
          const rows = numbered(isBad.length)
          const passed: (readonly ['stored' | 'poisoned', number])[] = []
          const stored: number[] = []
          await deliver(rows, {
            write: (piece) => {
              // Whether a failed piece was stored all the same is not known.
              if (fates.next().value === 0) return Promise.resolve(failed(AWAY))
              const numbers = numbersOf(piece)
              if (numbers.some((number) => isBad[number])) return Promise.resolve(failed(REFUSED))
              stored.push(...numbers)
              return Promise.resolve(ok(undefined))
            },
            stored: (count) => {
              for (let done = 0; done < count; done++) passed.push(['stored', passed.length])
            },
            poisoned: (row, why) => {
              expect(why).toBe(REFUSED)
              passed.push(['poisoned', numbersOf([row])[0]!])
            },
            again: (why) => {
              expect(why).toBe(AWAY)
              return Promise.resolve(true)
            },
          })
          expect(passed).toEqual(isBad.map((bad, n) => [bad ? 'poisoned' : 'stored', n]))
          expect(stored).toEqual(numbersOf(rows).filter((number) => !isBad[number]))
        },
      ),
    ))

  it('finds one bad row of 500 with no more than nineteen writes', async () => {
    let writes = 0
    await deliver(numbered(500), {
      write: (piece) => {
        writes++
        return Promise.resolve(numbersOf(piece).includes(333) ? failed(REFUSED) : ok(undefined))
      },
      stored: () => undefined,
      poisoned: () => undefined,
      again: () => Promise.resolve(true),
    })
    expect(writes).toBeLessThanOrEqual(19)
  })

  it('ends when there is to be no other try', async () => {
    let writes = 0
    await deliver(numbered(3), {
      write: () => {
        writes++
        return Promise.resolve(failed(AWAY))
      },
      stored: () => undefined,
      poisoned: () => undefined,
      again: () => Promise.resolve(false),
    })
    expect(writes).toBe(1)
  })

  it('waits twice as long after every failure in a row, two seconds at most', () =>
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9_999].map(backOff)).toEqual([
      50, 100, 200, 400, 800, 1_600, 2_000, 2_000, 2_000,
    ]))
})
