import { describe, expect, it } from 'vitest'
import { simulatedInstruments } from '../../../src/core/domain/index.ts'
import { rehearsal, rehearseMeanwhile } from '../../../workers/gateway/rehearsal.ts'
import { shippedProducts } from '../../adapters/resources/shipped.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { until } from '../../until.ts'
import { RESOURCES } from '../exchange/exchange-fixture.ts'
import { arranged } from './arrangement.ts'

describe('the rehearsal of a gateway', () => {
  it('plays orders of every instrument, the same ones every time', () => {
    const instruments = simulatedInstruments(shippedProducts())
    const orders = [...rehearsal(instruments)]
    expect([...rehearsal(instruments)]).toEqual(orders)
    expect(orders.at(-1)).toBeGreaterThan(500)
  })

  it('goes on while the gateway is asked and answers, and tells nobody of its orders', async () => {
    const { gateway, hand } = await arranged()
    const { station } = gateway
    rehearseMeanwhile(station, RESOURCES)
    await hand.snapshot()
    const early = station.heart.figures['rehearsal.orders'] ?? 0
    await until(() => (station.heart.figures['rehearsal.orders'] ?? 0) > 500)
    expect([early < 500, hand.of('order')]).toEqual([true, []])
  })

  it('is left out where there is nothing to play with', async () => {
    const { gateway, hand } = await arranged()
    const { station } = gateway
    rehearseMeanwhile(station, temporaryFolder())
    await until(() => station.heart.figures['rehearsal.orders'] === 0)
    await hand.snapshot()
    expect(station.heart.figures['rehearsal.orders']).toBe(0)
  })
})
