import { describe, expect, it } from 'vitest'
import { RunHash } from '../../../src/adapters/run/run-hash.ts'
import type { TargetPosition } from '../../../src/core/contracts/index.ts'
import type { Epoch } from '../../../src/core/domain/index.ts'
import { INSTRUMENTS, START } from '../../core/engine/fixture/market.ts'

const TARGET = {
  kind: 'TargetPosition',
  id: 'alpha-1-1',
  sender: 'alpha',
  epoch: 1,
  validUntil: START + 1_000_000,
  owner: 1,
  instrument: 0,
  target: 2,
  style: 'cross',
  decidedOn: START,
  saidAt: NaN,
  stages: [],
} as unknown as TargetPosition

function hashOf(target: TargetPosition): string {
  const hash = new RunHash(INSTRUMENTS, 'replay', 1 as Epoch)
  hash.target(target)
  return hash.digest()
}

describe('the hash of a run', () => {
  it('is the same however long a strategy took to decide', () => {
    const measured = { ...TARGET, saidAt: START, stages: [1, 2, 3, 4] }
    expect(hashOf(measured)).toBe(hashOf(TARGET))
    expect(hashOf({ ...measured, target: 3 as never })).not.toBe(hashOf(TARGET))
  })
})
