import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeRow, encodeRow } from '../../../../src/adapters/history/outbox/row-codec.ts'
import { arbitraryRow } from '../../../core/history/row-fixture.ts'

describe('rows in the outbox', () => {
  it('come back as they were, with the time since when they are kept', () =>
    fc.assert(
      fc.property(arbitraryRow(), fc.maxSafeInteger(), (row, keptAt) => {
        expect(decodeRow(encodeRow(row, keptAt))).toEqual({ row, keptAt })
      }),
      { numRuns: 500 },
    ))

  it('are of no table when their type is none', () =>
    expect(() => decodeRow({ type: 11, bytes: new Uint8Array(8) })).toThrow('no table 11'))
})
