import { describe, expect, it } from 'vitest'
import type { Lie } from '../fixture/gate.ts'
import { gateCase, limit, show, ticketOf, verdict } from '../fixture/gate.ts'
import { SILVER } from '../fixture/market.ts'
import { asSaid } from '../../../../src/core/contracts/index.ts'

const set =
  (changes: object): Lie[1] =>
  (given) =>
    Object.assign(given.ticket, changes)

const market =
  (changes: Parameters<typeof show>[1]): Lie[1] =>
  (given) =>
    show(given, changes)

const INSTRUMENT: readonly Lie[] = [
  ['an instrument that is not in the directory', set({ instrument: 7 }), 'risk.instrument'],
  ['an instrument of number NaN', set({ instrument: NaN }), 'risk.instrument'],
  ['no instrument at all', set({ instrument: undefined }), 'risk.instrument'],
  [
    'an instrument that is shown and not traded',
    ({ state }) =>
      void (state.instruments[0] = { ...SILVER, tradable: false, notes: [asSaid('no fee')] }),
    'risk.instrument',
  ],
  ['a kind that the product does not know', set({ kind: 'market', limit: NaN }), 'risk.kind'],
  ['a kind that nobody knows', set({ kind: 'iceberg' }), 'risk.kind'],
  ['a side that is no side', set({ side: 'hold' }), 'risk.kind'],
  ['an offset that is no offset', set({ offset: undefined }), 'risk.kind'],
  [
    'a product whose price step is NaN',
    ({ state }) => void (state.instruments[0] = { ...SILVER, tickUnits: NaN }),
    'risk.price-limit',
  ],
]

const PRICE: readonly Lie[] = [
  ['a price of NaN', set({ limit: NaN }), 'risk.price'],
  ['a price without bound', set({ limit: Infinity }), 'risk.price'],
  ['a price below every bound', set({ limit: -Infinity }), 'risk.price'],
  ['a price that is missing', set({ limit: undefined }), 'risk.price'],
  ['a price in text', set({ limit: '5001' }), 'risk.price'],
  ['a negative price', set({ limit: -5_001 }), 'risk.price'],
  ['a price of nothing', set({ limit: 0 }), 'risk.price'],
  ['a price between two ticks', set({ limit: 5_000.5 }), 'risk.off-tick'],
  ['a price a hair off its tick', set({ limit: 5_000 + 1e-9 }), 'risk.off-tick'],
  [
    'a market order with a price',
    set({ instrument: 1, kind: 'market', limit: 5_001 }),
    'risk.price',
  ],
  [
    'a quote that is missing',
    ({ state }) => void (state.quotes[0] = undefined),
    'risk.price-limit',
  ],
  ['empty sides and no last price', market({ bid: NaN, ask: NaN, last: NaN }), 'risk.price'],
  ['a best price without bound', market({ ask: Infinity }), 'risk.price'],
  ['a last price of nothing on an empty side', market({ ask: NaN, last: 0 }), 'risk.price'],
  ['a price above the upper limit', set({ limit: 5_501 }), 'risk.price-limit'],
  ['a price below the lower limit', set({ limit: 4_499, side: 'sell' }), 'risk.price-limit'],
  ['price limits that are missing', market({ upper: NaN, lower: NaN }), 'risk.price-limit'],
  ['an upper limit that is missing', market({ upper: NaN }), 'risk.price-limit'],
  ['a lower limit that is missing', market({ lower: NaN }), 'risk.price-limit'],
  ['price limits of nothing', market({ upper: 0, lower: 0 }), 'risk.price-limit'],
  ['price limits that are crossed', market({ upper: 4_500, lower: 5_500 }), 'risk.price-limit'],
  ['a purchase beyond the collar', set({ limit: 5_052 }), 'risk.collar'],
  ['a sale beyond the collar', set({ side: 'sell', limit: 4_949 }), 'risk.collar'],
  [
    'a purchase beyond the collar of the last price',
    (given) => {
      show(given, { ask: NaN, last: 4_900 })
      given.ticket.limit = 4_950 as never
    },
    'risk.collar',
  ],
  [
    'a market order without a price to value it by',
    (given) => {
      show(given, { instrument: 1, last: NaN, ask: NaN })
      Object.assign(given.ticket, { instrument: 1, kind: 'market', limit: NaN })
    },
    'risk.price',
  ],
  [
    'a market order on a best price, never traded today',
    (given) => {
      show(given, { instrument: 1, last: NaN })
      Object.assign(given.ticket, { instrument: 1, kind: 'market', limit: NaN })
    },
    'risk.notional',
  ],
]

const SIZE: readonly Lie[] = [
  ['a volume of NaN', set({ volume: NaN }), 'risk.size'],
  ['a volume without bound', set({ volume: Infinity }), 'risk.size'],
  ['a volume that is missing', set({ volume: undefined }), 'risk.size'],
  ['a volume in text', set({ volume: '2' }), 'risk.size'],
  ['a negative volume', set({ volume: -2 }), 'risk.size'],
  ['a volume of nothing', set({ volume: 0 }), 'risk.size'],
  ['half a lot', set({ volume: 1.5 }), 'risk.size'],
  ["more lots than the account's order", set({ volume: 11 }), 'risk.size'],
  [
    "more lots than the product's order",
    (given) => {
      limit(given, { maxOrderLots: 1_000 })
      given.ticket.volume = 501 as never
    },
    'risk.size',
  ],
  [
    "more lots than the product's market order",
    set({ instrument: 1, kind: 'market', limit: NaN, volume: 7 }),
    'risk.size',
  ],
  [
    'a product whose largest order is NaN',
    ({ state }) => void (state.instruments[0] = { ...SILVER, maxLimitLots: NaN as never }),
    'risk.size',
  ],
  [
    'an order worth a fen too much',
    (given) => limit(given, { maxOrderNotional: 2 * 5_001 * 1_500 - 1 }),
    'risk.notional',
  ],
]

describe('the gate on the terms of an order', () => {
  it.each([...INSTRUMENT, ...PRICE, ...SIZE])('refuses %s', (_name, tell, code) => {
    const given = gateCase()
    tell(given)
    expect(verdict(given)).toBe(code)
  })

  const GOOD: readonly (readonly [string, Lie[1]])[] = [
    ['an order that breaks no rule', () => undefined],
    ['a purchase on the collar itself', set({ limit: 5_051 })],
    ['a sale on the collar itself', set({ side: 'sell', limit: 4_950 })],
    ['a sale far from the market, at no risk', set({ side: 'sell', limit: 5_500 })],
    ['a purchase on the lower price limit', set({ limit: 4_500 })],
    [
      'a market order where the product knows them',
      set({ instrument: 1, kind: 'market', limit: NaN }),
    ],
    [
      'an order of exactly the value allowed',
      (given) => limit(given, { maxOrderNotional: 2 * 5_001 * 1_500 }),
    ],
    [
      'a recorded market without price limits',
      (given) => {
        given.priceLimitsMayLack = true
        show(given, { upper: NaN, lower: NaN })
      },
    ],
  ]

  it.each(GOOD)('approves %s', (_name, tell) => {
    const given = gateCase()
    tell(given)
    expect(verdict(given)).toBe('approved')
  })

  it.each([
    ['upper', { upper: 5_020, lower: NaN }, 5_021, 'buy'],
    ['lower', { upper: NaN, lower: 4_990 }, 4_989, 'sell'],
  ] as const)(
    'keeps the %s limit where a recorded market has no other',
    (_name, known, at, side) => {
      const given = gateCase()
      given.priceLimitsMayLack = true
      show(given, known)
      Object.assign(given.ticket, { limit: at, side })
      expect(verdict(given)).toBe('risk.price-limit')
    },
  )

  it('keeps the collar where a recorded market has no price limits', () => {
    const given = gateCase()
    given.priceLimitsMayLack = true
    show(given, { upper: NaN, lower: NaN })
    given.ticket = ticketOf({ limit: 5_052 as never })
    expect(verdict(given)).toBe('risk.collar')
  })
})
