import * as fc from 'fast-check'
import type { FillFact, SettlementFact } from '../../../src/core/contracts/index.ts'
import type { ToldFact } from '../../../src/core/contracts/window-frame.ts'
import type {
  Fen,
  InstrumentId,
  IntentId,
  Lots,
  Micros,
  Offset,
  Order,
  OrderId,
  OwnerId,
  SenderId,
  Side,
  Ticks,
  TradingDay,
} from '../../../src/core/domain/index.ts'
import { canApply } from '../../../src/core/domain/index.ts'
import type { State } from '../../../src/core/state/index.ts'
import { apply, createState, positionOf } from '../../../src/core/state/index.ts'
import { instrumentFixture } from '../instrument-fixture.ts'

export const INSTRUMENT = instrumentFixture()

/** Something that may happen; what cannot happen then is passed over. */
export type Deed =
  | {
      readonly kind: 'fill'
      readonly owner: number
      readonly side: Side
      readonly offset: Offset
      readonly volume: number
      readonly price: number
    }
  | { readonly kind: 'settle'; readonly price: number }

const price = fc.integer({ min: 6_000, max: 6_300 })
const fill = fc.record({
  kind: fc.constant('fill' as const),
  owner: fc.integer({ min: 0, max: 1 }),
  side: fc.constantFrom<Side>('buy', 'sell'),
  offset: fc.constantFrom<Offset>('open', 'close', 'closeToday'),
  volume: fc.integer({ min: 1, max: 5 }),
  price,
})
const settlement = fc.record({ kind: fc.constant('settle' as const), price })

/** Fills of two owners over a few days. */
export const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.oneof({ weight: 12, arbitrary: fill }, { weight: 1, arbitrary: settlement }),
  { maxLength: 60 },
)

/** An account that nothing has happened in. */
export function newAccount(): State {
  const state = createState()
  apply(state, {
    kind: 'directory',
    instruments: [INSTRUMENT],
    owners: [
      { id: 0 as OwnerId, name: 'hand' as SenderId },
      { id: 1 as OwnerId, name: 'rule' as SenderId },
    ],
  })
  state.money.staticBalance = 100_000_000 as Fen
  state.tradingDay = 20200821 as TradingDay
  return state
}

export function orderFixture(terms: Partial<Order> = {}): Order {
  return {
    id: 'p-i-1-1' as OrderId,
    intent: 'intent-1' as IntentId,
    owner: 0 as OwnerId,
    instrument: 0 as InstrumentId,
    side: 'buy',
    offset: 'open',
    kind: 'limit',
    limit: 6_150 as Ticks,
    volume: 1 as Lots,
    createdAt: 1_000 as Micros,
    status: 'pending',
    filled: 0 as Lots,
    cancelling: false,
    reason: '',
    updatedAt: 1_000 as Micros,
    ...terms,
  }
}

/** Facts of one deed, applied; empty where it cannot happen. @param number of the deed. */
export function happen(state: State, deed: Deed, number: number): readonly ToldFact[] {
  const at = ((number + 1) * 1_000) as Micros
  if (deed.kind === 'settle') return told(state, [settlementAt(state, at, deed.price)])
  const terms = {
    owner: deed.owner as OwnerId,
    instrument: 0 as InstrumentId,
    side: deed.side,
    offset: deed.offset,
    price: deed.price as Ticks,
    volume: deed.volume as Lots,
  }
  if (!canApply(positionOf(state, terms.owner, terms.instrument), terms)) return []
  const order = `p-i-1-${number.toString(36)}` as OrderId
  const fact: FillFact = {
    kind: 'fill',
    fill: { ...terms, id: `f${number}`, order, at },
    fee: 100 as Fen,
    closedToday: 0 as Lots,
    venueSeq: number + 1,
  }
  const filled = orderFixture({
    ...terms,
    id: order,
    intent: `intent-${number}` as IntentId,
    status: 'filled',
    filled: terms.volume,
    createdAt: (at - 500) as Micros,
    updatedAt: at,
  })
  return told(state, [fact, { kind: 'order', order: filled }])
}

function settlementAt(state: State, at: Micros, price: number): SettlementFact {
  return {
    kind: 'settlement',
    at,
    tradingDay: state.tradingDay,
    nextTradingDay: (state.tradingDay + 1) as TradingDay,
    prices: [[0 as InstrumentId, price as Ticks]],
    expired: [],
    venueSeq: 0,
  }
}

function told(state: State, facts: readonly ToldFact[]): readonly ToldFact[] {
  for (const fact of facts) apply(state, fact)
  return facts
}
