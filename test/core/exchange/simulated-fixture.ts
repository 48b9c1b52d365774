import type { InstrumentId, Lots } from '../../../src/core/domain/index.ts'
import { ORDER_KINDS } from '../../../src/core/domain/index.ts'
import { createSimulatedExchange } from '../../../src/core/exchange/index.ts'
import type { SimulatedExchangeOptions } from '../../../src/core/exchange/index.ts'
import { instrumentFixture } from '../instrument-fixture.ts'
import { CASH, DAY } from './exchange-fixture.ts'

export const THREE = ['cu', 'au', 'ag'].map((product, id) =>
  instrumentFixture({
    id: id as InstrumentId,
    product,
    exchange: 'SIM',
    orderKinds: ORDER_KINDS,
    maxMarketLots: 60 as Lots,
    ...(product === 'au' ? { tickUnits: 2, tickScale: 100, tickSize: 0.02 } : {}),
  }),
)

export function market(parts: Partial<SimulatedExchangeOptions> = {}) {
  const options = { instruments: THREE, initialCash: CASH, tradingDay: DAY, seed: 1, ...parts }
  return createSimulatedExchange(options)
}
