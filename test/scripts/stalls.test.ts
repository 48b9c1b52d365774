import { assert, integer, property, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Stretch } from '../bench/window/stalls.ts'
import { inAll, lengthWithout } from '../bench/window/stalls.ts'

const END = 60
const moments = Array.from({ length: END }, (_, at) => at)

/** Stretches of whole milliseconds that do not lie over each other. */
const stretches = uniqueArray(integer({ min: 0, max: END }), { maxLength: 8 })
  .map((times) => times.toSorted((one, other) => one - other))
  .map((times) =>
    Array.from({ length: Math.floor(times.length / 2) }, (_, index) => ({
      from: times[index * 2]!,
      until: times[index * 2 + 1]!,
    })),
  )

const holds = (list: readonly Stretch[], moment: number): boolean =>
  list.some(({ from, until }) => from <= moment && moment < until)

describe('what a benchmark leaves out of a task', () => {
  it('is what lies within it of stretches in which every processor stood still', () => {
    assert(
      property(stretches, stretches, stretches, (tasks, first, second) => {
        const stalls = inAll([first, second])
        for (const task of tasks) {
          const left = moments.filter(
            (moment) => holds([task], moment) && !(holds(first, moment) && holds(second, moment)),
          )
          expect(lengthWithout(task, stalls)).toBe(left.length)
        }
      }),
    )
  })

  it('is nothing where only one of two processors stood still', () => {
    expect(inAll([[{ from: 1, until: 9 }], []])).toEqual([])
  })
})
