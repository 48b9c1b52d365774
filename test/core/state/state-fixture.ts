import type { Fact, FillFact, StateFact } from '../../../src/core/contracts/index.ts'
import { asSaid } from '../../../src/core/contracts/index.ts'
import type { Order } from '../../../src/core/domain/index.ts'
import type { State } from '../../../src/core/state/index.ts'
import { apply, createState } from '../../../src/core/state/index.ts'
import { ticketOf } from '../engine/fixture/gate.ts'
import { DAY, INSTRUMENTS, OWNERS, START } from '../engine/fixture/market.ts'

export function stateOf(...facts: readonly Fact[]): State {
  const state = createState()
  apply(state, { kind: 'directory', instruments: INSTRUMENTS, owners: OWNERS })
  apply(state, { kind: 'hello', mode: 'simulated', profile: 'test', tradingDay: DAY })
  state.money.staticBalance = 1_000_000 as never
  for (const fact of facts) apply(state, fact)
  return state
}

export function orderFact(changes: Partial<Order> = {}): Extract<Fact, { kind: 'order' }> {
  const { flattening: _gone, ...terms } = ticketOf({})
  const rest = { status: 'working', filled: 0 as never, cancelling: false, reason: '' } as const
  return { kind: 'order', order: { ...terms, ...rest, updatedAt: START, ...changes } }
}

export function fillFact(
  id: string,
  fill: Partial<Record<keyof FillFact['fill'], unknown>> = {},
  venueSeq = 1,
): FillFact {
  const terms = { owner: 1, instrument: 0, side: 'buy', offset: 'open', price: 5_001, volume: 2 }
  const whole = { id, order: 'id-1', at: START, ...terms, ...fill } as never
  return { kind: 'fill', fill: whole, fee: 300 as never, closedToday: 0 as never, venueSeq }
}

export function stateFact(state: StateFact['state'], cause: StateFact['cause']): StateFact {
  return { kind: 'state', at: START, state, cause, reason: asSaid(''), person: '' }
}

export function targetFact(target: number, intent = 'want-1'): Extract<Fact, { kind: 'target' }> {
  const named = { intent, sender: 'alpha', owner: 1, instrument: 0, style: 'cross' }
  return { kind: 'target', at: START, target, ...named } as never
}
