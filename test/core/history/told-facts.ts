import type { Fact, FactOf, FillFact } from '../../../src/core/contracts/index.ts'
import type {
  Fen,
  Fill,
  InstrumentId,
  IntentId,
  Lots,
  Micros,
  Order,
  OrderId,
  OwnerId,
  SenderId,
  Ticks,
  TradingDay,
} from '../../../src/core/domain/index.ts'
import { FactRows } from '../../../src/core/history/index.ts'
import { instrumentFixture } from '../instrument-fixture.ts'
import { AT } from './row-fixture.ts'

export const ALPHA = 1 as OwnerId
export const COPPER = instrumentFixture({
  id: 0 as InstrumentId,
  tickUnits: 10,
  tickScale: 1,
  tickValue: 5_000 as Fen,
})
export const tape = { mode: 'paper', profile: 'p1', runId: '' } as const
export const head = { mode: 'paper', profile: 'p1', run_id: '', trading_day: 20200821 } as const
export const told = { at: (AT + 9) as Micros, epoch: 4 }

const directory: Fact = {
  kind: 'directory',
  instruments: [COPPER],
  owners: [{ id: ALPHA, name: 'alpha' as SenderId }],
}
const hello: Fact = {
  kind: 'hello',
  mode: 'paper',
  profile: 'p1',
  tradingDay: 20200821 as TradingDay,
}

/** Rows of the gateway of profile p1 in paper, after these facts. */
export function followed(...facts: readonly Fact[]): FactRows {
  const rows = new FactRows({ tape, modelOf: (owner) => (owner === 'alpha' ? 'm1' : '') })
  for (const fact of [hello, directory, ...facts]) rows.rows(fact, told)
  return rows
}

export const order: Order = {
  id: 'p1-1-1-1' as OrderId,
  intent: 'i1' as IntentId,
  owner: ALPHA,
  instrument: COPPER.id,
  side: 'buy',
  offset: 'open',
  kind: 'limit',
  limit: 615 as Ticks,
  volume: 3 as Lots,
  createdAt: AT as Micros,
  status: 'pending',
  filled: 0 as Lots,
  cancelling: false,
  reason: '',
  updatedAt: AT as Micros,
}

export const orderFact = (changes: Partial<Order> = {}): FactOf<'order'> => {
  return { kind: 'order', order: { ...order, ...changes } }
}

const fill: Fill = {
  id: 'f1',
  order: order.id,
  owner: ALPHA,
  instrument: COPPER.id,
  side: 'buy',
  offset: 'open',
  price: 615 as Ticks,
  volume: 2 as Lots,
  at: (AT + 1) as Micros,
}
export const fillFact: FillFact = {
  kind: 'fill',
  fill,
  fee: 1_234 as Fen,
  closedToday: 0 as Lots,
  venueSeq: 1,
}
