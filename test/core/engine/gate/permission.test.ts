import { describe, expect, it } from 'vitest'
import type { TradingState } from '../../../../src/core/contracts/index.ts'
import { TRADING_STATES } from '../../../../src/core/contracts/index.ts'
import { MICROS_PER_SECOND } from '../../../../src/core/domain/index.ts'
import { createGate } from '../../../../src/core/engine/gate/index.ts'
import type { RuleName } from '../../../../src/core/engine/gate/rules/index.ts'
import { RULES } from '../../../../src/core/engine/gate/rules/index.ts'
import type { GateCase, Lie } from '../fixture/gate.ts'
import { gateCase, hold, limit, review, show, trading, verdict } from '../fixture/gate.ts'
import { SILVER } from '../fixture/market.ts'

const TICKETS = {
  open: {},
  close: { side: 'sell', offset: 'close', limit: 5_000 },
  flatten: { side: 'sell', offset: 'close', limit: 5_000, flattening: true },
  'flatten by opening': { flattening: true },
} as const

const MAY_LEAVE: Record<TradingState, readonly (keyof typeof TICKETS)[]> = {
  active: ['open', 'close', 'flatten', 'flatten by opening'],
  reducing: ['close', 'flatten'],
  flattening: ['flatten'],
  halted: [],
}

function given(ticket: keyof typeof TICKETS = 'open'): GateCase {
  const made = gateCase()
  hold(made, [0, 5, 0, 0])
  Object.assign(made.ticket, TICKETS[ticket])
  return made
}

function later(made: GateCase, seconds: number): void {
  made.now = (made.now + seconds * MICROS_PER_SECOND) as never
}

describe('the gate and the trading state', () => {
  const table = TRADING_STATES.flatMap((state) =>
    (Object.keys(TICKETS) as (keyof typeof TICKETS)[]).map(
      (ticket) => [state, ticket, MAY_LEAVE[state].includes(ticket)] as const,
    ),
  )
  it.each(table)('while %s, lets an order to %s pass: %s', (state, ticket, passes) => {
    const made = given(ticket)
    made.state.trading = trading(state)
    expect(verdict(made)).toBe(passes ? 'approved' : 'risk.state')
  })

  it('refuses everything in a state that nobody knows', () => {
    const made = given('flatten')
    made.state.trading = trading('asleep' as TradingState)
    expect(verdict(made)).toBe('risk.state')
  })

  it.each(Object.keys(TICKETS) as (keyof typeof TICKETS)[])(
    'refuses an order to %s while the venue is away',
    (ticket) => {
      const made = given(ticket)
      made.ready = false
      expect(verdict(made)).toBe('risk.state')
    },
  )
})

describe('the gate and the session', () => {
  it.each(['auction', 'break', 'closed', undefined])('refuses in the phase %s', (phase) => {
    const made = given('close')
    made.phase = phase as never
    expect(verdict(made)).toBe('risk.session')
  })
})

describe('the gate and old prices', () => {
  const STALE: readonly Lie[] = [
    ['the feed is silent for over a second', (made) => later(made, 1.01), 'risk.stale'],
    [
      'an instrument was never quoted',
      (made) => {
        made.state.instruments[2] = { ...SILVER, id: 2 as never }
        made.ticket.instrument = 2 as never
      },
      'risk.stale',
    ],
    ['quotes are missing', ({ freshness }) => freshness.gap(0 as never, true), 'risk.stale'],
    [
      'the quote is over three seconds old on a living feed',
      (made) => {
        later(made, 3.01)
        made.freshness.beat(made.now)
      },
      'risk.stale',
    ],
    [
      'a slow instrument is quieter than five times its own pace',
      (made) => {
        for (let quotes = 0; quotes < 200; quotes++) {
          later(made, 2)
          show(made, {})
        }
        later(made, 13)
        made.freshness.beat(made.now)
      },
      'risk.stale',
    ],
    [
      'a slow instrument keeps its own pace',
      (made) => {
        for (let quotes = 0; quotes < 200; quotes++) {
          later(made, 2)
          show(made, {})
        }
        later(made, 10)
        made.freshness.beat(made.now)
      },
      'approved',
    ],
    [
      'the gap is closed again',
      ({ freshness }) => {
        freshness.gap(0 as never, true)
        freshness.gap(0 as never, false)
      },
      'approved',
    ],
    ['the feed was silent for a second and no longer', (made) => later(made, 1), 'approved'],
  ]
  it.each(STALE)('answers an opening order when %s: %#', (_name, tell, answer) => {
    const made = given()
    tell(made)
    expect(verdict(made)).toBe(answer)
  })

  it('still lets exposure be lowered when the feed is silent', () => {
    const made = given('close')
    later(made, 30)
    expect(verdict(made)).toBe('approved')
  })

  it('refuses when staleness cannot be told', () => {
    const made = given()
    made.freshness.staleness = () => {
      throw new Error('the clock is gone')
    }
    expect(verdict(made)).toBe('risk.rule-missing')
  })
})

describe('the gate and the throttle', () => {
  it('refuses the sixth order of a second, and takes one once the first has passed', () => {
    const made = given()
    for (let sent = 0; sent < 5; sent++) made.throttle.ordered(made.now)
    const verdicts = [verdict(made)]
    later(made, 0.999_999)
    verdicts.push(verdict(made))
    later(made, 0.000_001)
    verdicts.push(verdict(made))
    expect(verdicts).toEqual(['risk.throttle', 'risk.throttle', 'approved'])
  })

  it('counts cancels among the messages', () => {
    const made = given()
    for (let sent = 0; sent < 9; sent++) made.throttle.cancelled(made.now)
    expect(verdict(made)).toBe('risk.throttle')
  })

  it.each(['ordersPerSecond', 'messagesPerSecond'])('sends nothing where %s is 0', (name) => {
    const made = given()
    limit(made, { [name]: 0 })
    expect(verdict(made)).toBe('risk.throttle')
  })
})

describe('a gate whose rules did not load', () => {
  const NAMES = Object.keys(RULES) as RuleName[]

  it.each(NAMES)('refuses every order without the rule %s', (name) => {
    const { [name]: _gone, ...rest } = RULES
    expect(verdict(given('close'), createGate(rest))).toBe('risk.rule-missing')
  })

  it.each(NAMES)('refuses an order over which the rule %s throws', (name) => {
    const broken = () => {
      throw new Error('out of memory')
    }
    const reviewed = review(given(), createGate({ ...RULES, [name]: broken }))
    expect(reviewed).toEqual({
      ok: false,
      error: { code: 'risk.rule-missing', message: `rule ${name} failed: out of memory` },
    })
  })

  it('refuses where a rule is no function', () => {
    expect(verdict(given(), createGate({ ...RULES, funds: true as never }))).toBe(
      'risk.rule-missing',
    )
  })

  it('refuses with no rules at all', () => {
    expect(verdict(given(), createGate({}))).toBe('risk.rule-missing')
  })
})
