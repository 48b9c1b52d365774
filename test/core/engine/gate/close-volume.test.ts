import { describe, expect, it } from 'vitest'
import type { GateCase } from '../fixture/gate.ts'
import { gateCase, hold, underWay, verdict } from '../fixture/gate.ts'
import { BETA } from '../fixture/market.ts'

type Told = readonly [name: string, tell: (given: GateCase) => void, answer: string]

const ask = (given: GateCase, changes: object) => void Object.assign(given.ticket, changes)
const close = (given: GateCase, changes: object = {}) =>
  ask(given, { side: 'sell', offset: 'close', limit: 5_000, ...changes })
const meal = { instrument: 1 }

const CLOSE: readonly Told[] = [
  [
    "more than is held of today's lots",
    (given) => {
      hold(given, [1, 5, 0, 0])
      close(given, { offset: 'closeToday' })
    },
    'risk.close-volume',
  ],
  [
    "older lots that are held as today's alone",
    (given) => {
      hold(given, [5, 1, 0, 0])
      close(given)
    },
    'risk.close-volume',
  ],
  [
    "today's lots",
    (given) => {
      hold(given, [2, 0, 0, 0])
      close(given, { offset: 'closeToday' })
    },
    'approved',
  ],
  [
    'older lots',
    (given) => {
      hold(given, [0, 2, 0, 0])
      close(given)
    },
    'approved',
  ],
  [
    "another owner's lots",
    (given) => {
      hold(given, [0, 5, 0, 0], 0, BETA)
      close(given)
    },
    'risk.close-volume',
  ],
  [
    'lots of the side that is bought',
    (given) => {
      hold(given, [0, 0, 0, 5])
      close(given)
    },
    'risk.close-volume',
  ],
  [
    'short lots by a purchase',
    (given) => {
      hold(given, [0, 0, 0, 5])
      ask(given, { offset: 'close' })
    },
    'approved',
  ],
  [
    'lots that a working order closes',
    (given) => {
      hold(given, [0, 5, 0, 0])
      underWay(given, { side: 'sell', offset: 'close', volume: 4 as never, limit: 5_400 as never })
      close(given)
    },
    'risk.close-volume',
  ],
  [
    'the lots that a partly filled order leaves free',
    (given) => {
      hold(given, [0, 5, 0, 0])
      const part = { volume: 4 as never, filled: 1 as never }
      underWay(given, { side: 'sell', offset: 'close', limit: 5_400 as never, ...part })
      close(given)
    },
    'approved',
  ],
  [
    "older lots while an order closes today's",
    (given) => {
      hold(given, [2, 2, 0, 0])
      const limit = 5_400 as never
      underWay(given, { side: 'sell', offset: 'closeToday', volume: 2 as never, limit })
      close(given)
    },
    'approved',
  ],
  [
    "today's lots where the exchange closes the oldest",
    (given) => {
      hold(given, [5, 0, 0, 0], 1)
      close(given, { ...meal, offset: 'closeToday' })
    },
    'risk.kind',
  ],
  [
    'lots of any age where the exchange closes the oldest',
    (given) => {
      hold(given, [1, 1, 0, 0], 1)
      close(given, meal)
    },
    'approved',
  ],
  [
    'lots of any age that are being closed already',
    (given) => {
      hold(given, [1, 2, 0, 0], 1)
      underWay(given, { ...(meal as object), side: 'sell', offset: 'close', limit: 5_400 as never })
      close(given, meal)
    },
    'risk.close-volume',
  ],
  ['a position that nobody has', (given) => close(given), 'risk.close-volume'],
  [
    'a position of NaN lots',
    (given) => {
      hold(given, [0, 5, 0, 0])
      const held = given.state.positions[1]![0]!
      const longHistory = { lots: NaN as never, cost: NaN }
      given.state.positions[1]![0] = { ...held, longHistory }
      close(given)
    },
    'risk.close-volume',
  ],
]

describe('the gate on what may be closed', () => {
  it.each(CLOSE)('answers an order to close %s: %#', (_name, tell, answer) => {
    const given = gateCase()
    tell(given)
    expect(verdict(given)).toBe(answer)
  })
})
