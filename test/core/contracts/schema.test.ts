import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCommand } from '../../../src/core/contracts/schema.ts'
import { ok } from '../../../src/core/domain/index.ts'
import { command } from './arbitrary-orders.ts'
import { refused } from './told.ts'

const AMEND = { kind: 'Amend', id: 'i', sender: 's', epoch: 1, validUntil: 2, order: 'o', limit: 3 }

describe('a command that comes as a plain object', () => {
  it('is taken when every field is what it should be, without fields that are unknown', () =>
    fc.assert(
      fc.property(command, (sent) => {
        expect(checkCommand({ ...sent, approved: true })).toEqual(ok(sent))
      }),
      { numRuns: 200 },
    ))

  it('is refused by the name of the field that is wrong', () => {
    const head = { ...AMEND, kind: 'SetParameters', person: 'me', owner: 0 }
    expect([
      checkCommand({ ...AMEND, limit: '3' }),
      checkCommand({ ...AMEND, order: undefined }),
      checkCommand({ ...AMEND, kind: 'Approve' }),
      checkCommand({ ...AMEND, kind: {} }),
      checkCommand({ ...AMEND, kind: 'SnapshotRequest', instruments: 'all' }),
      checkCommand({ ...AMEND, kind: 'Flatten', person: 5 }),
      checkCommand({ ...head, parameters: { a: NaN } }),
      checkCommand({ ...head, parameters: null }),
      checkCommand(null),
      checkCommand('Halt'),
    ]).toEqual([
      refused('command.shape', 'Amend: limit must be a whole number'),
      refused('command.shape', 'Amend: order must be a text'),
      refused('command.shape', 'Approve'),
      refused('command.shape', 'a kind with a layout'),
      refused('command.shape', 'instruments must be a list'),
      refused('command.shape', 'Flatten: person must be a text, was 5'),
      refused('command.shape', 'SetParameters: parameters', 'a finite number, was NaN'),
      refused('command.shape', 'SetParameters'),
      refused('command.shape', 'an object with a kind'),
      refused('command.shape', 'an object with a kind'),
    ])
  })

  it('never throws, whatever it is given', () =>
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (value, field) => {
        expect(checkCommand(value).ok).toBe(false)
        expect(checkCommand({ ...AMEND, sender: [field] }).ok).toBe(false)
      }),
    ))
})
