import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KeptPlace } from '../../../src/renderer/components/pool-table/keeping-place.ts'
import {
  UNSORTED,
  sortBy,
  sortedNext,
} from '../../../src/renderer/components/pool-table/row-order.ts'
import type { RowKeys } from '../../../src/renderer/components/pool-table/selection.ts'
import {
  NOTHING_SELECTED,
  cursorAfter,
  select,
  selectAll,
} from '../../../src/renderer/components/pool-table/selection.ts'
import { TypedSearch, findTyped } from '../../../src/renderer/components/pool-table/typed-search.ts'
import {
  poolSize,
  scrolledTo,
  visibleRange,
} from '../../../src/renderer/components/pool-table/visible-range.ts'

function keysOf(keys: readonly string[]): RowKeys {
  return {
    count: keys.length,
    keyAt: (index) => keys[index] ?? '',
    indexOf: (key) => keys.indexOf(key),
  }
}

const ROWS = keysOf(['a', 'b', 'c', 'd', 'e'])

describe('the visible range of a table', () => {
  it('holds every row that is seen, and fits in the pool', () => {
    fc.assert(
      fc.property(
        fc.nat(200_000),
        fc.integer({ min: 1, max: 2_000 }),
        fc.integer({ min: 10, max: 40 }),
        fc.nat(5_000),
        (scrolled, height, rowHeight, count) => {
          const { first, end } = visibleRange(scrolled, height, rowHeight, count)
          expect(end - first).toBeLessThanOrEqual(poolSize(height, rowHeight))
          expect(first).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(count)
          const seen = [scrolled, scrolled + height - 1]
            .map((pixel) => Math.floor(pixel / rowHeight))
            .filter((row) => row < count)
          expect(seen.filter((row) => row < first || row >= end)).toEqual([])
        },
      ),
    )
  })

  it('is empty for a table that is not on the page', () => {
    expect(visibleRange(100, 0, 20, 50)).toEqual({ first: 0, end: 0 })
    expect(poolSize(0, 20)).toBe(0)
  })

  it('scrolls no further than a row needs to be seen', () => {
    expect([
      scrolledTo(3, 0, 100, 20),
      scrolledTo(6, 0, 100, 20),
      scrolledTo(2, 100, 100, 20),
    ]).toEqual([0, 40, 40])
  })
})

describe('the choice of rows', () => {
  it('moves with the keys and stays within the table', () => {
    const after = (key: string, index: number): number | undefined => cursorAfter(key, index, 5, 3)
    expect([
      after('ArrowDown', -1),
      after('ArrowDown', 4),
      after('ArrowUp', 0),
      after('PageDown', 1),
      after('PageDown', 4),
      after('PageUp', 4),
      after('Home', 3),
      after('End', 0),
      after('x', 0),
      cursorAfter('ArrowDown', -1, 0, 3),
    ]).toEqual([0, 4, 0, 3, 4, 2, 0, 4, undefined, undefined])
  })

  it('takes a range from its anchor, both ways', () => {
    const at = select(ROWS, NOTHING_SELECTED, 2)
    const down = select(ROWS, at, 4, 'range')
    const up = select(ROWS, down, 1, 'range')
    expect([...down.keys]).toEqual(['c', 'd', 'e'])
    expect([[...up.keys], up.cursor, up.anchor]).toEqual([['b', 'c'], 'b', 'c'])
  })

  it('lets single rows join and leave', () => {
    const one = select(ROWS, NOTHING_SELECTED, 0)
    const two = select(ROWS, one, 3, 'toggle')
    expect([...two.keys]).toEqual(['a', 'd'])
    expect([...select(ROWS, two, 0, 'toggle').keys]).toEqual(['d'])
  })

  it('begins a range anew where its anchor is gone', () => {
    const at = select(ROWS, NOTHING_SELECTED, 2)
    expect(select(keysOf(['a', 'b']), at, 1, 'range')).toEqual({
      cursor: 'b',
      anchor: 'b',
      keys: new Set(['b']),
    })
  })

  it('takes all rows', () => {
    expect(selectAll(ROWS, NOTHING_SELECTED)).toEqual({
      cursor: 'a',
      anchor: 'a',
      keys: new Set(['a', 'b', 'c', 'd', 'e']),
    })
  })
})

describe('the order of rows', () => {
  it('goes up, down, and back to that of the model', () => {
    const up = sortedNext(UNSORTED, 'last')
    const down = sortedNext(up, 'last')
    expect([up, down, sortedNext(down, 'last'), sortedNext(down, 'change')]).toEqual([
      { column: 'last', descending: false },
      { column: 'last', descending: true },
      UNSORTED,
      { column: 'change', descending: false },
    ])
  })

  it('is stable, with what is not known at the end either way', () => {
    const rows = [
      ['a', 2],
      ['b', NaN],
      ['c', 1],
      ['d', 2],
    ] as const
    const names = (descending: boolean): readonly string[] =>
      sortBy(rows, ([, figure]) => figure, descending).map(([name]) => name)
    expect([names(false), names(true)]).toEqual([
      ['c', 'a', 'd', 'b'],
      ['a', 'd', 'c', 'b'],
    ])
  })
})

describe('a search by typing', () => {
  const texts = ['SIM.cu cu Copper 铜', 'SIM.au au Gold 黄金', 'SIM.ag ag Silver 白银']
  const find = (typed: string, from = 0): number =>
    findTyped(typed, from, texts.length, (index) => texts[index] ?? '')

  it('finds what begins with the letters before what only contains them', () => {
    expect([find('a'), find('a', 2), find('gold'), find('黄'), find('ilve'), find('zn')]).toEqual([
      1, 2, 1, 1, 2, -1,
    ])
  })

  it('begins anew after a second', () => {
    const search = new TypedSearch()
    expect([search.type('a', 0), search.type('u', 400), search.type('c', 2_000)]).toEqual([
      'a',
      'au',
      'c',
    ])
  })
})

describe('the place of what a person looks at', () => {
  it('tells how far a row moved, also when it is not there any more', () => {
    const place = new KeptPlace()
    place.mark(keysOf(['c', 'b', 'a']), 1)
    expect([
      place.moved(keysOf(['c', 'b', 'a'])),
      place.moved(keysOf(['e', 'd', 'c', 'b', 'a'])),
      place.moved(keysOf(['b', 'a'])),
      place.moved(keysOf(['e', 'd'])),
    ]).toEqual([0, 2, -1, 0])
  })
})
