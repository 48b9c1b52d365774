import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Row } from '../../../src/core/history/index.ts'
import { batchFault, rowFault, TABLES } from '../../../src/core/history/index.ts'
import { arbitraryRow, AT, rowFixture } from './row-fixture.ts'

const tick = (cells: object): Row => rowFixture('market_ticks', cells)

describe('a row', () => {
  it('is sound when every cell fits its column and the key is whole', () =>
    fc.assert(
      fc.property(arbitraryRow(), (row) => {
        expect(rowFault(row)).toBeUndefined()
      }),
    ))

  it.each([
    [{ bid_volume1: 2 ** 31 }, 'market_ticks.bid_volume1 must be a whole number from -2147483647'],
    [{ bid_volume1: -(2 ** 31) }, 'market_ticks.bid_volume1 must be a whole number'],
    [{ volume: 1.5 }, 'market_ticks.volume must be a whole number'],
    [{ volume: Infinity }, 'market_ticks.volume must be a whole number'],
    [{ ts: -1 }, 'market_ticks.ts must be a whole number from 0 to 9007199254740991, was -1'],
    [{ ts: NaN }, 'market_ticks.ts must not be absent'],
    [{ feed_seq: NaN }, 'market_ticks.feed_seq must not be absent'],
    [{ last: '6150' }, 'market_ticks.last must be a number, was "6150"'],
    [{ symbol: 7 }, 'market_ticks.symbol must be text, was 7'],
    [{ run_id: undefined }, 'market_ticks.run_id must be text, was undefined'],
    [{ symbol: 'x'.repeat(1_000_001) }, 'market_ticks.symbol has at most 1000000 characters'],
    [{ mode: 'demo' }, 'market_ticks.mode must be one of simulated, replay, paper, live, monitor'],
    [{ table: 'ticks' }, 'there is no table ticks'],
    [{ table: 'toString' }, 'there is no table toString'],
  ])('is told to be faulty with %j', (cells, words) =>
    expect(rowFault(tick(cells))).toContain(words),
  )

  it('is told to be faulty when a list does not hold numbers', () => {
    const decision = (features: unknown): Row =>
      rowFixture('decisions', { features: features as number[] })
    expect(
      [decision('1'), decision([1, '2']), decision(new Array(100_001).fill(0))].map(rowFault),
    ).toEqual([
      'decisions.features must be a list of numbers, was "1"',
      'decisions.features must hold numbers only, was a list of 2',
      'decisions.features has at most 100000 numbers, was a list of 100001',
    ])
  })

  it('is found in a batch by its place', () => {
    expect(batchFault([tick({}), tick({ ts: AT + 1 })])).toBeUndefined()
    expect(batchFault([tick({}), tick({ ts: 0.5 })])).toContain('row 2 of 2: market_ticks.ts must')
  })
})

describe('the tables', () => {
  it('have keys of their own columns only', () => {
    const strange = Object.values(TABLES).flatMap(({ key, columns }) =>
      key.filter((column) => !Object.hasOwn(columns, column)),
    )
    expect(strange).toEqual([])
  })
})
