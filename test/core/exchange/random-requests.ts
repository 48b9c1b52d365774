import * as fc from 'fast-check'
import type { VenueRequest } from '../../../src/core/contracts/index.ts'
import { OFFSETS, ORDER_KINDS, SIDES } from '../../../src/core/domain/index.ts'
import type { Epoch } from '../../../src/core/domain/index.ts'
import { cancel, query, submit } from './exchange-fixture.ts'

const id = fc.nat(40).map(String)
const instrument = fc.nat(2)

/** Requests as a careless gateway might make them: ids come twice, prices and volumes go wrong. */
export function requests(prices: fc.Arbitrary<number>): fc.Arbitrary<VenueRequest> {
  const ticket = fc.record({
    id,
    instrument,
    side: fc.constantFrom(...SIDES),
    offset: fc.constantFrom('open' as const, 'open' as const, ...OFFSETS),
    kind: fc.constantFrom('limit' as const, 'limit' as const, ...ORDER_KINDS),
    limit: prices,
    volume: fc.integer({ min: 0, max: 30 }),
  })
  const epoch = fc.integer({ min: 1, max: 3 })
  return fc.oneof(
    { weight: 12, arbitrary: fc.tuple(ticket, epoch).map(([order, of]) => submit(order, of)) },
    { weight: 4, arbitrary: fc.tuple(id, epoch).map(([order, of]) => cancel(order, of)) },
    { weight: 1, arbitrary: id.map(query) },
    {
      weight: 1,
      arbitrary: fc
        .integer({ min: 1, max: 2 })
        .map((epoch): VenueRequest => ({ kind: 'login', epoch: epoch as Epoch })),
    },
  )
}

export const EVERY_ID = Array.from({ length: 41 }, (_, number) => String(number))
