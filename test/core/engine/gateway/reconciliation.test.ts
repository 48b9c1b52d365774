import { describe, expect, it } from 'vitest'
import type { LedgerLine, VenueLedger } from '../../../../src/core/contracts/index.ts'
import { sayingText } from '../../../../src/core/contracts/index.ts'
import type { Rig } from '../fixture/rig.ts'
import { CASH, tradingRig } from '../fixture/rig.ts'

function line(lots: Partial<LedgerLine>): LedgerLine {
  const none = { longToday: 0, longHistory: 0, shortToday: 0, shortHistory: 0, cost: 0 }
  return { instrument: 0, ...none, ...lots } as LedgerLine
}

const HELD = line({ longToday: 2, cost: 10_002 } as never)
const BOOKS = { fees: 600, positions: [HELD] } as unknown as Partial<VenueLedger>

/** A gateway that holds two lots of silver and a working order, logged in anew. */
function comparing(): Rig {
  const rig = tradingRig()
  rig.target(2)
  rig.accept(1)
  rig.fill(1, 2, 5_001, 600)
  rig.intent()
  rig.accept(2)
  rig.connection(false)
  rig.connection(true)
  rig.loggedIn()
  rig.take()
  return rig
}

const MISMATCHES: readonly (readonly [string, Partial<VenueLedger>, string])[] = [
  [
    'another day',
    { tradingDay: 20200824 as never },
    'trading day: here 20200821, at the venue 20200824',
  ],
  [
    'other cash',
    { staticBalance: (CASH - 1) as never },
    'cash in CNY: here 4849964, at the venue 4849963.99',
  ],
  ['another fee', { fees: 601 as never }, 'cash in CNY: here 4849964, at the venue 4849963.99'],
  [
    'other profit',
    { closeProfit: 5 as never },
    'cash in CNY: here 4849964, at the venue 4849964.05',
  ],
  [
    'fewer lots',
    { positions: [line({ longToday: 1, cost: 10_002 } as never)] },
    'SHFE.ag2012 long of today: here 2, at the venue 1',
  ],
  [
    'more lots',
    { positions: [line({ longToday: 3, cost: 10_002 } as never)] },
    'SHFE.ag2012 long of today: here 2, at the venue 3',
  ],
  [
    'lots of another age',
    { positions: [line({ longHistory: 2, cost: 10_002 } as never)] },
    'SHFE.ag2012 long of today: here 2, at the venue 0; SHFE.ag2012 long, older: here 0, at the venue 2',
  ],
  [
    'lots of the other side',
    { positions: [HELD, line({ instrument: 1, shortToday: 1 } as never)] },
    'DCE.m2101 short: here 0, at the venue 1',
  ],
  [
    'lots of an unknown instrument',
    { positions: [HELD, line({ instrument: 9, longToday: 1 } as never)] },
    'instrument 9 long of today: here 0, at the venue 1',
  ],
  [
    'lots at another cost',
    { positions: [line({ longToday: 2, cost: 10_000 } as never)] },
    'cash in CNY: here 4849964, at the venue 4849994',
  ],
  ['an order that is gone', { working: [] }, 'order test-7-1-2: here working, at the venue gone'],
  [
    'an order that nobody sent',
    { working: ['test-7-1-2', 'x-1'] as never },
    'order x-1: here gone, at the venue working',
  ],
]

describe('books that differ from the venue', () => {
  it.each(MISMATCHES)('halt the account over %s, in words', (_name, changes, words) => {
    const rig = comparing()
    rig.ledger({ ...BOOKS, working: [rig.id(2)], ...changes })
    const { state, cause, reason } = rig.gateway.state.trading
    expect([state, cause, sayingText(reason)]).toEqual([
      'halted',
      'mismatch',
      `the books differ from the venue's: ${words}`,
    ])
    expect(rig.take()).toContain('cancel o2')
  })

  it('do not halt where they agree', () => {
    const rig = comparing()
    rig.ledger({ ...BOOKS, working: [rig.id(2)] })
    expect([rig.gateway.state.trading.state, rig.take()]).toEqual([
      'active',
      ['state active (reconciled)'],
    ])
  })

  it('agree about ages where the exchange closes the oldest lots', () => {
    const rig = tradingRig()
    rig.target(1, { instrument: 1 })
    rig.fill(1, 1, 5_001, 300)
    rig.connection(true)
    rig.loggedIn()
    const older = line({ instrument: 1, longHistory: 1, cost: 5_001 } as never)
    rig.ledger({ fees: 300 as never, positions: [older] })
    expect(rig.gateway.state.trading.state).toBe('active')
  })

  it('are not judged while an order is unknown that may explain it', () => {
    const rig = tradingRig()
    rig.intent()
    rig.connection(true)
    rig.loggedIn()
    rig.ledger({ working: [] })
    expect(rig.gateway.state.trading).toMatchObject({ state: 'active' })
    rig.take()
    rig.intent({ limit: 4_980 })
    expect(rig.take()).toEqual(['ack c2 refused risk.state'])
  })
})

describe('a person who reads the difference', () => {
  const THEIRS = { ...BOOKS, positions: [line({ longToday: 5, cost: 25_003 } as never)] }

  function halted(): Rig {
    const rig = comparing()
    rig.ledger(THEIRS)
    rig.take()
    return rig
  }

  it("takes the venue's books, and trades only after lifting the halt as well", () => {
    const rig = halted()
    rig.command('Unlock')
    rig.command('AcceptReconciliation', { person: '' })
    const refused = rig.take().filter((each) => each.startsWith('ack'))
    rig.command('AcceptReconciliation')
    const accepted = rig.take()
    const { trading } = rig.gateway.state
    rig.command('Unlock')
    expect([refused, accepted.at(-1), trading, rig.take()]).toMatchObject([
      ['ack c3 refused command.state', 'ack c4 refused command.state'],
      'ack c5 accepted',
      { state: 'halted', cause: 'person', person: 'tester' },
      ['state active (person)', 'ack c6 accepted'],
    ])
  })

  it('gives the lots to the hand, the orders up, and the cost its place to the fen', () => {
    const rig = halted()
    rig.command('AcceptReconciliation')
    const { positions, exposures, money } = rig.gateway.state
    expect(positions[0]?.[0]?.longToday).toEqual({ lots: 5, cost: 25_003 })
    expect(positions[1]?.[0]?.longToday).toEqual({ lots: 0, cost: 0 })
    expect(exposures[0]).toMatchObject({ long: 5, short: 0, cost: 25_003 })
    expect(money).toEqual({ staticBalance: CASH, closeProfit: 0, fees: 600 })
    expect(rig.working()).toEqual([])
  })

  it('reads the difference as it is now, told once', () => {
    const rig = halted()
    rig.cancelled(2)
    rig.ledger(THEIRS)
    rig.pass(600)
    rig.take()
    rig.ledger(THEIRS)
    const same = rig.take().filter((each) => each.startsWith('state'))
    rig.pass(600)
    rig.ledger({ ...BOOKS, staticBalance: 0 as never })
    const changed = rig.take().filter((each) => each.startsWith('state'))
    expect([same, changed]).toEqual([[], ['state halted (mismatch)']])
    expect(sayingText(rig.gateway.state.trading.reason)).toContain('at the venue -150036')
  })

  it('agrees with the venue at the next comparison', () => {
    const rig = halted()
    rig.command('AcceptReconciliation')
    rig.command('Unlock')
    rig.connection(true)
    rig.loggedIn()
    rig.ledger(THEIRS)
    expect(rig.gateway.state.trading.state).toBe('active')
  })

  it('has nothing to accept while the books agree', () => {
    const rig = tradingRig()
    rig.command('AcceptReconciliation')
    expect(rig.take()).toEqual(['ack c1 refused command.state'])
  })

  it('cannot take books over that are older than the last report', () => {
    const rig = halted()
    rig.fill(2, 2, 4_990)
    rig.take()
    rig.command('AcceptReconciliation')
    expect(rig.take()).toEqual(['ack c3 refused command.state'])
  })

  it('cannot take books over while the line is broken', () => {
    const rig = halted()
    rig.connection(false)
    rig.take()
    rig.command('AcceptReconciliation')
    rig.command('Unlock')
    expect(rig.take()).toEqual(['ack c3 refused command.state', 'ack c4 refused command.state'])
  })
})

describe('an order that only the venue knows', () => {
  it('halts the account, and is compared anew before a person may accept', () => {
    const rig = tradingRig()
    rig.target(2)
    rig.accept(1)
    rig.fill(1, 2, 5_001, 600)
    rig.take()
    rig.tell('accepted', { order: 'x-1-1-1' as never })
    const seen = rig.take()
    rig.command('AcceptReconciliation')
    rig.command('Unlock')
    const early = rig.take().filter((each) => each.startsWith('ack'))
    rig.pass(600)
    rig.ledger({ ...BOOKS, working: ['x-1-1-1' as never] })
    rig.take()
    rig.command('AcceptReconciliation')
    const taken = rig.take()
    expect([seen, early, taken.at(-1), taken.includes('cancel o1')]).toEqual([
      ['state halted (mismatch)'],
      ['ack c2 refused command.state', 'ack c3 refused command.state'],
      'ack c4 accepted',
      true,
    ])
    expect(rig.gateway.state.exposures[0]).toMatchObject({ long: 2, cost: 10_002 })
  })
})
