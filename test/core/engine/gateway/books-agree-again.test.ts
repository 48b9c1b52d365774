import { describe, expect, it } from 'vitest'
import type { VenueLedger } from '../../../../src/core/contracts/index.ts'
import type { Rig } from '../fixture/rig.ts'
import { CASH, tradingRig } from '../fixture/rig.ts'

/** A gateway that holds nothing, and that reads another cash at the venue. */
function differing(): Rig {
  const rig = tradingRig()
  compare(rig, { staticBalance: (CASH - 1) as never })
  return rig
}

function compare(rig: Rig, books: Partial<VenueLedger>): void {
  rig.connection(false)
  rig.connection(true)
  rig.loggedIn()
  rig.ledger(books)
}

const standing = ({ gateway }: Rig): readonly string[] => {
  const { state, cause, reason } = gateway.state.trading
  return [state, cause, reason.code]
}

describe('books that differed', () => {
  it('are told as agreeing once they do, and stay halted until a person lifts it', () => {
    const rig = differing()
    const before = standing(rig)
    compare(rig, {})
    const after = standing(rig)
    rig.take()
    rig.command('Unlock')
    expect([before, after, rig.take()]).toEqual([
      ['halted', 'mismatch', 'state.books-differ'],
      ['halted', 'mismatch', 'state.books-agree'],
      ['state active (person)', 'ack c1 accepted'],
    ])
  })

  it('are told anew where they differ once more', () => {
    const rig = differing()
    compare(rig, {})
    compare(rig, { staticBalance: (CASH + 1) as never })
    expect(standing(rig)).toEqual(['halted', 'mismatch', 'state.books-differ'])
  })
})
