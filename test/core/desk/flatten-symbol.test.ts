import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flatteningOf } from '../../../src/core/desk/flatten-symbol.ts'
import { HAND, netLots } from '../../../src/core/domain/index.ts'
import { positionOf } from '../../../src/core/state/index.ts'
import { hold, limit } from '../engine/fixture/gate.ts'
import { ALPHA, INSTRUMENTS } from '../engine/fixture/market.ts'
import { tradingRig } from '../engine/fixture/rig.ts'

const lots = fc.integer({ min: 0, max: 23 })

describe('flattening of a symbol', () => {
  it('is taken by the gateway order by order, and leaves the hand nothing', () => {
    fc.assert(
      fc.property(
        fc.tuple(lots, lots, lots, lots),
        fc.constantFrom(...INSTRUMENTS),
        (held, instrument) => {
          const rig = tradingRig({ limits: { ordersPerSecond: 100, messagesPerSecond: 100 } })
          const { state } = rig.gateway
          limit({ state } as never, { maxNetLots: 1_000 })
          hold({ state } as never, held, instrument.id, HAND)
          hold({ state } as never, [3, 0, 0, 0], instrument.id, ALPHA)
          const { cancels, orders, others } = flatteningOf(state, instrument)
          expect({ cancels, others }).toEqual({ cancels: [], others: 3 })
          orders.forEach((order, index) => {
            const number = (index + 1).toString(36)
            rig.intent({ ...order, instrument: instrument.id, orderKind: 'fak' })
            rig.accept(number)
            rig.fill(number, order.volume, order.limit)
          })
          expect(netLots(positionOf(state, HAND, instrument.id))).toBe(0)
          expect(positionOf(state, HAND, instrument.id).longToday.lots).toBe(0)
          expect(positionOf(state, ALPHA, instrument.id).longToday.lots).toBe(3)
        },
      ),
      { numRuns: 100, seed: 4 },
    )
  })

  it('takes back the hand’s orders first, and leaves those of strategies', () => {
    const rig = tradingRig()
    rig.intent({ side: 'buy', limit: 4_990 })
    rig.accept(1)
    rig.target(2)
    expect(flatteningOf(rig.gateway.state, INSTRUMENTS[0]).cancels).toEqual([rig.id(1)])
  })
})
