import { describe, expect, it } from 'vitest'
import type { GateCase } from '../fixture/gate.ts'
import { gateCase, hold, limit, underWay, verdict } from '../fixture/gate.ts'
import { BETA } from '../fixture/market.ts'

type Told = readonly [name: string, tell: (given: GateCase) => void, answer: string]

const ask = (given: GateCase, changes: object) => void Object.assign(given.ticket, changes)
const close = (given: GateCase, changes: object = {}) =>
  ask(given, { side: 'sell', offset: 'close', limit: 5_000, ...changes })

const NET: readonly Told[] = [
  ['the limit reached exactly', (given) => hold(given, [18, 0, 0, 0]), 'approved'],
  ['a lot above the limit', (given) => hold(given, [19, 0, 0, 0]), 'risk.net-position'],
  [
    'a lot of another owner',
    (given) => {
      hold(given, [10, 0, 0, 0])
      hold(given, [0, 9, 0, 0], 0, BETA)
    },
    'risk.net-position',
  ],
  [
    'a working order counted whole',
    (given) => {
      hold(given, [10, 0, 0, 0])
      underWay(given, { volume: 9 as never })
    },
    'risk.net-position',
  ],
  [
    'a partly filled order counted by its rest',
    (given) => {
      hold(given, [10, 0, 0, 0])
      underWay(given, { volume: 9 as never, filled: 1 as never })
    },
    'approved',
  ],
  [
    'an unknown order counted like a working one',
    (given) => {
      hold(given, [10, 0, 0, 0])
      underWay(given, { volume: 9 as never, status: 'unknown', owner: BETA })
    },
    'risk.net-position',
  ],
  [
    'a working order of the other side, never counted as relief',
    (given) => {
      hold(given, [19, 0, 0, 0])
      underWay(given, { side: 'sell', offset: 'closeToday', limit: 5_400 as never })
    },
    'risk.net-position',
  ],
  [
    'a short position',
    (given) => {
      hold(given, [0, 0, 19, 0])
      ask(given, { side: 'sell', limit: 5_000 })
    },
    'risk.net-position',
  ],
  [
    'a position beyond the limit that is lowered',
    (given) => {
      hold(given, [30, 0, 0, 0])
      close(given, { offset: 'closeToday' })
    },
    'approved',
  ],
  [
    'a position beyond the limit that is turned round',
    (given) => {
      limit(given, { maxNetLots: 3, maxGrossLots: 100 })
      hold(given, [4, 0, 0, 0])
      ask(given, { side: 'sell', limit: 5_000, volume: 8 })
    },
    'risk.net-position',
  ],
  [
    'an exposure of NaN',
    ({ state }) => {
      state.exposures[0] = { long: NaN, short: 0, cost: 0, profit: 0 }
    },
    'risk.net-position',
  ],
]

const GROSS: readonly Told[] = [
  [
    'both sides of a hedge',
    (given) => {
      limit(given, { maxGrossLots: 40 })
      hold(given, [20, 0, 19, 0])
    },
    'risk.gross-position',
  ],
  [
    'working opening orders of both sides',
    (given) => {
      limit(given, { maxGrossLots: 12 })
      hold(given, [2, 0, 2, 0])
      underWay(given, { volume: 4 as never })
      underWay(given, { volume: 3 as never, side: 'sell', limit: 5_400 as never })
    },
    'risk.gross-position',
  ],
  [
    'the limit reached exactly',
    (given) => {
      limit(given, { maxGrossLots: 12 })
      hold(given, [2, 0, 2, 0])
      underWay(given, { volume: 3 as never })
      underWay(given, { volume: 3 as never, side: 'sell', limit: 5_400 as never })
    },
    'approved',
  ],
  [
    'a working closing order, which adds nothing',
    (given) => {
      limit(given, { maxGrossLots: 12 })
      hold(given, [5, 0, 5, 0])
      underWay(given, { volume: 5 as never, offset: 'closeToday' })
    },
    'approved',
  ],
]

describe('the gate on the net and the gross position', () => {
  it.each([...NET, ...GROSS])('answers %s: %#', (_name, tell, answer) => {
    const given = gateCase()
    tell(given)
    expect(verdict(given)).toBe(answer)
  })
})
