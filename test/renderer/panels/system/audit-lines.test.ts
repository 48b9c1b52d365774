import { expect, it } from 'vitest'
import type { ResetFact, SettlementFact, StateFact } from '../../../../src/core/contracts/index.ts'
import { saying } from '../../../../src/core/contracts/index.ts'
import type { Micros, TradingDay } from '../../../../src/core/domain/index.ts'
import { fen } from '../../../../src/core/domain/index.ts'
import { createReplica, take } from '../../../../src/core/replica/index.ts'
import type { Desk, DeskListener } from '../../../../src/renderer/desk/index.ts'
import { auditLinesOf } from '../../../../src/renderer/panels/system/audit-lines.ts'

const state = (at: number): StateFact => ({
  kind: 'state',
  at: at as Micros,
  state: 'active',
  cause: 'reconciled',
  reason: saying('state.books-agree'),
  person: '',
})
const reset = (at: number): ResetFact => ({
  kind: 'reset',
  at: at as Micros,
  person: 'ann',
  before: fen(100),
  cash: fen(500),
})
const settlement: SettlementFact = {
  kind: 'settlement',
  at: 3 as Micros,
  tradingDay: 20_200_821 as TradingDay,
  nextTradingDay: 20_200_824 as TradingDay,
  prices: [],
  expired: [],
  venueSeq: 1,
}

/** A page that loads anew: nothing is left of what it knew. */
function page() {
  let listener: DeskListener = {}
  const desk = { listen: (given: DeskListener) => void (listener = given) } as unknown as Desk
  const lines = auditLinesOf(desk)
  return { listener, told: () => lines.map(({ at, fact }) => `${at} ${fact.kind}`) }
}

it('has every earlier reset, settlement and change of state after a reload, each once', () => {
  const replica = createReplica('gateway', [])
  const told = [state(1), reset(2), settlement, reset(4), state(5)]
  for (const fact of told) take(replica, 'gateway', fact, 0 as Micros)
  const { listener, told: shown } = page()
  listener.onOpening?.(replica)
  const wanted = ['5 state', '4 reset', '3 settlement', '2 reset', '1 state']
  expect(shown()).toEqual(wanted)
  listener.onOpening?.(replica)
  listener.onFact?.('gateway', state(5))
  expect(shown()).toEqual(wanted)
})

it('has a reset that is told while the page is open, at the top', () => {
  const { listener, told } = page()
  listener.onFact?.('gateway', state(1))
  listener.onFact?.('gateway', reset(2))
  expect(told()).toEqual(['2 reset', '1 state'])
})

it('has the last reset even where the log that led to it is forgotten', () => {
  const replica = createReplica('gateway', [])
  for (const fact of [state(1), reset(2)]) take(replica, 'gateway', fact, 0 as Micros)
  replica.log.lines.length = 0
  const { listener, told } = page()
  listener.onOpening?.(replica)
  expect(told()).toEqual(['2 reset', '1 state'])
})
