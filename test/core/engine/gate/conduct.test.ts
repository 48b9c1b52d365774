import { describe, expect, it } from 'vitest'
import { MICROS_PER_SECOND } from '../../../../src/core/domain/index.ts'
import { applyQuote } from '../../../../src/core/state/index.ts'
import type { Lie } from '../fixture/gate.ts'
import { BOUNDS, gateCase, hold, limit, show, underWay, verdict } from '../fixture/gate.ts'
import { BETA, marketQuote, SILVER, START } from '../fixture/market.ts'

const LIMITS: readonly Lie[] = [
  ...BOUNDS.flatMap((name): Lie[] => [
    [`${name} of NaN`, (given) => limit(given, { [name]: NaN }), 'risk.limits'],
    [`${name} below nothing`, (given) => limit(given, { [name]: -1 }), 'risk.limits'],
    [`${name} that is undefined`, (given) => limit(given, { [name]: undefined }), 'risk.limits'],
    [
      `limits without ${name}`,
      ({ state }) => {
        const { [name]: _gone, ...rest } = state.limits as unknown as Record<string, unknown>
        state.limits = rest as never
      },
      'risk.limits',
    ],
  ]),
  ['a limit in text', (given) => limit(given, { maxNetLots: '20' }), 'risk.limits'],
  ['no list of instruments', (given) => limit(given, { allowed: undefined }), 'risk.limits'],
  ['a list that is text', (given) => limit(given, { allowed: '*' }), 'risk.limits'],
  ['an empty list of instruments', (given) => limit(given, { allowed: [] }), 'risk.not-allowed'],
  [
    'a list that names another instrument',
    (given) => limit(given, { allowed: ['DCE.m2101'] }),
    'risk.not-allowed',
  ],
]

const MONEY: readonly Lie[] = [
  [
    'a balance of NaN',
    ({ state }) => void (state.money.staticBalance = NaN as never),
    'risk.account',
  ],
  [
    'a balance that is missing',
    ({ state }) => void (state.money.staticBalance = undefined as never),
    'risk.account',
  ],
  [
    'a balance without bound',
    ({ state }) => void (state.money.staticBalance = Infinity as never),
    'risk.account',
  ],
  ['profit of NaN', ({ state }) => void (state.money.closeProfit = NaN as never), 'risk.account'],
  ['fees of NaN', ({ state }) => void (state.money.fees = NaN as never), 'risk.account'],
  ['open profit of NaN', ({ state }) => void (state.openProfit = NaN), 'risk.account'],
  [
    "a day's loss at the limit",
    ({ state }) => void (state.money.closeProfit = -10_000_000 as never),
    'risk.daily-loss',
  ],
  [
    "a day's loss that fees bring to the limit",
    ({ state }) => {
      state.money.closeProfit = -9_000_000 as never
      state.money.fees = 1_000_000 as never
    },
    'risk.daily-loss',
  ],
  [
    "a day's loss that is open still",
    (given) => {
      hold(given, [2, 0, 0, 0])
      limit(given, { maxDailyLoss: 2 * 40 * 1_500 })
      applyQuote(given.state, marketQuote({ last: 4_960 }))
    },
    'risk.daily-loss',
  ],
  [
    'an order a fen dearer than what is available',
    ({ state }) => void (state.money.staticBalance = (2 * (5_001 * 187.5 + 300) - 1) as never),
    'risk.funds',
  ],
  [
    'an order for money that a working order holds',
    (given) => {
      given.state.money.staticBalance = 3_000_000 as never
      underWay(given, { limit: 5_000 as never })
    },
    'risk.funds',
  ],
  [
    'an order for money that is held as margin',
    (given) => {
      given.state.money.staticBalance = 3_000_000 as never
      hold(given, [2, 0, 0, 0])
    },
    'risk.funds',
  ],
  [
    'a margin ratio of NaN',
    ({ state }) => {
      const marginRatio = { long: NaN, short: NaN }
      state.instruments[0] = { ...SILVER, marginRatio }
    },
    'risk.rule-missing',
  ],
]

const DUPLICATES: readonly Lie[] = [
  [
    'an intent that made an order before',
    ({ state, ticket }) => void state.intents.add(ticket.intent),
    'risk.duplicate',
  ],
  [
    'an id that an order has already',
    (given) => underWay(given, { id: given.ticket.id, status: 'filled' }),
    'risk.duplicate',
  ],
  [
    'equal content while the first is pending',
    (given) => underWay(given, { status: 'pending' }),
    'risk.duplicate',
  ],
  [
    'equal content while the first is unknown',
    (given) => underWay(given, { status: 'unknown' }),
    'risk.duplicate',
  ],
  [
    'a purchase that would meet an own sale',
    (given) => underWay(given, { side: 'sell', limit: 5_001 as never }),
    'risk.self-trade',
  ],
  [
    "a sale that would meet another owner's purchase",
    (given) => {
      underWay(given, { owner: BETA, limit: 5_000 as never })
      Object.assign(given.ticket, { side: 'sell', limit: 5_000 })
    },
    'risk.self-trade',
  ],
  [
    'a market order against an own working order',
    (given) => {
      underWay(given, { instrument: 1 as never, side: 'sell', limit: 5_400 as never })
      Object.assign(given.ticket, { instrument: 1, kind: 'market', limit: NaN })
    },
    'risk.self-trade',
  ],
  [
    'an order against an own market order',
    (given) => {
      underWay(given, { side: 'sell', kind: 'market', limit: NaN as never })
    },
    'risk.self-trade',
  ],
]

const CLOCK: readonly Lie[] = [
  ['a decision at no time', (given) => void (given.now = NaN as never), 'risk.session'],
  [
    'an order made at no time',
    ({ ticket }) => void (ticket.createdAt = NaN as never),
    'risk.session',
  ],
]

describe('the gate on limits, money and conduct', () => {
  it.each([...LIMITS, ...MONEY, ...DUPLICATES, ...CLOCK])('refuses %s', (_name, tell, code) => {
    const given = gateCase()
    tell(given)
    expect(verdict(given)).toBe(code)
  })

  const CLOSING: readonly (readonly [string, Lie[1]])[] = [
    ['at the loss limit', ({ state }) => void (state.money.closeProfit = -90_000_000 as never)],
    ['without free money', ({ state }) => void (state.money.staticBalance = 0 as never)],
  ]
  it.each(CLOSING)('lets a position be closed %s', (_name, tell) => {
    const given = gateCase()
    hold(given, [2, 0, 0, 0])
    Object.assign(given.ticket, { side: 'sell', offset: 'closeToday', limit: 5_000 })
    tell(given)
    expect(verdict(given)).toBe('approved')
  })

  it.each(BOUNDS)('refuses to close a position without the limit %s', (name) => {
    const given = gateCase()
    hold(given, [2, 0, 0, 0])
    Object.assign(given.ticket, { side: 'sell', offset: 'closeToday', limit: 5_000 })
    const { [name]: _gone, ...rest } = given.state.limits as unknown as Record<string, unknown>
    given.state.limits = rest as never
    expect(verdict(given)).toBe('risk.limits')
  })

  const FINE: readonly (readonly [string, Lie[1]])[] = [
    [
      'an order for exactly what is available',
      ({ state }) => void (state.money.staticBalance = (2 * (5_001 * 187.5 + 300)) as never),
    ],
    ['an instrument on the list', (given) => limit(given, { allowed: ['SHFE.ag2012'] })],
    ['equal content once the first is answered', (given) => underWay(given, {})],
    [
      'equal content of another owner',
      (given) => underWay(given, { owner: BETA, status: 'pending' }),
    ],
    [
      'equal content a second later',
      (given) => {
        underWay(given, { status: 'unknown' })
        given.now = (START + MICROS_PER_SECOND) as never
        show(given, {})
      },
    ],
    [
      'a purchase below an own sale',
      (given) => underWay(given, { side: 'sell', limit: 5_002 as never }),
    ],
  ]
  it.each(FINE)('approves %s', (_name, tell) => {
    const given = gateCase()
    tell(given)
    expect(verdict(given)).toBe('approved')
  })
})
