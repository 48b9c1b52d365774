import { describe, expect, it } from 'vitest'
import { simulatedInstruments } from '../../../src/core/domain/index.ts'
import { rehearse, rehearseOn } from '../../../workers/gateway/rehearsal.ts'
import { shippedProducts } from '../../adapters/resources/shipped.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { RESOURCES } from '../exchange/exchange-fixture.ts'

describe('the rehearsal of a gateway', () => {
  it('plays orders of every instrument, the same ones every time', () => {
    const instruments = simulatedInstruments(shippedProducts())
    const orders = rehearse(instruments)
    expect([rehearse(instruments), rehearseOn(RESOURCES)]).toEqual([orders, orders])
    expect(orders).toBeGreaterThan(50)
  })

  it('is left out where there is nothing to play with', () => {
    expect([rehearse([]), rehearseOn(temporaryFolder())]).toEqual([0, 0])
  })
})
