import { describe, expect, it } from 'vitest'
import type { GatewayEngine } from '../../../../src/core/engine/gateway/index.ts'
import { apply } from '../../../../src/core/state/index.ts'
import { INSTRUMENTS, marketQuote } from '../fixture/market.ts'
import { gatewayFor, randomRun } from '../fixture/random-run.ts'

const SEEDS = Array.from({ length: 20 }, (_, seed) => seed + 1)

/** Prices are not journalled: both lives see the same ones before they are compared. */
function priced(gateway: GatewayEngine): GatewayEngine['state'] {
  for (const { id } of INSTRUMENTS) apply(gateway.state, marketQuote({ instrument: id }))
  return gateway.state
}

function restored(records: Parameters<GatewayEngine['restore']>[0]): GatewayEngine {
  const gateway = gatewayFor(2)
  gateway.restore(records)
  return gateway
}

describe('a journal read back', () => {
  it.each(SEEDS)('brings the same state as the life that wrote it, seed %i', (seed) => {
    const { gateway, records } = randomRun(seed, 120)
    expect(priced(restored(records))).toEqual(priced(gateway))
  })

  it.each(SEEDS)('leaves no open profit before there are quotes, seed %i', (seed) => {
    const { state } = restored(randomRun(seed, 120).records)
    expect([state.openProfit, state.marks]).toEqual([0, []])
  })

  it('is told by runs that trade, end days, halt and change limits', () => {
    const kinds = new Map<string, number>()
    for (const seed of SEEDS) {
      for (const { kind } of randomRun(seed, 120).records)
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
    }
    for (const kind of ['order', 'fill', 'target', 'state', 'limits', 'settlement', 'venue-seq']) {
      expect([kind, (kinds.get(kind) ?? 0) >= 20]).toEqual([kind, true])
    }
  })

  it('is the same for the same seed, record by record', () => {
    expect(randomRun(7, 120).records).toEqual(randomRun(7, 120).records)
  })
})
