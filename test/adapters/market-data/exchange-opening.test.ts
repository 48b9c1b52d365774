import { describe, expect, it } from 'vitest'
import { openingOf } from '../../../src/adapters/market-data/exchange/opening.ts'
import type { RunFact, SnapshotFact } from '../../../src/core/contracts/index.ts'
import { THREE } from '../../core/exchange/simulated-fixture.ts'
import { quoteFixture } from '../../core/quote-fixture.ts'

const DIRECTORY = { kind: 'directory', instruments: THREE, owners: [] } as const

function snapshot(facts: SnapshotFact['facts'], seqs = {}): SnapshotFact {
  return { kind: 'snapshot', requester: 'gateway' as never, facts, seqs }
}

describe('how an exchange says that its market stands', () => {
  it('is read with its latest moment, its last step and its run', () => {
    const quotes = [quoteFixture({ at: 5 }), quoteFixture({ at: 9 })]
    const run = { kind: 'run', at: 20, phase: 'playing' } as RunFact
    const facts = [DIRECTORY, ...quotes, { kind: 'time', at: 7 } as never, run]
    expect(openingOf(snapshot(facts, { step: 12, quote: 2 }))).toEqual({
      instruments: THREE,
      quotes,
      at: 9,
      step: 12,
      run,
    })
  })

  it('is without a moment where nothing was told yet', () => {
    expect(openingOf(snapshot([DIRECTORY]))).toEqual({
      instruments: THREE,
      quotes: [],
      at: NaN,
      step: 0,
      run: undefined,
    })
  })

  it('is none of a market where it lists nothing', () => {
    expect(openingOf(snapshot([quoteFixture()]))).toBeUndefined()
  })
})
