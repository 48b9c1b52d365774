import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Order } from '../../../../src/core/domain/index.ts'
import type { GateCase } from '../fixture/gate.ts'
import { gateCase, hold, limit, show, underWay, verdict } from '../fixture/gate.ts'
import { breaksLimits } from './naive-gate.ts'

const NUMBERS = { size: 24 }

/** Reads small whole numbers off a list, so that one cheap arbitrary makes a whole case. */
function reader(numbers: readonly number[]): (bound: number) => number {
  let index = 0
  return (bound) => numbers[index++ % numbers.length]! % bound
}

const numbersArbitrary = fc.array(fc.nat(1_000_000), {
  minLength: NUMBERS.size,
  maxLength: NUMBERS.size,
})

const OFFSETS = ['open', 'open', 'close', 'closeToday'] as const

function randomCase(numbers: readonly number[]): { given: GateCase; collar: number } {
  const next = reader(numbers)
  const given = gateCase()
  const instrument = next(2)
  const collar = next(30)
  limit(given, {
    maxOrderLots: 1 + next(12),
    maxNetLots: next(16),
    maxGrossLots: next(40),
    maxOrderNotional: next(12) * 7_000_000,
    collarRatio: collar / 1_000,
    maxDailyLoss: Infinity,
  })
  given.state.money.staticBalance = (next(60) * 1_000_000) as never
  const last = 4_980 + next(40)
  const ask = next(8) === 0 ? NaN : last + next(4)
  show(given, {
    instrument,
    last,
    ask,
    bid: next(8) === 0 ? NaN : last - 1,
    upper: 5_000 + next(120),
  })
  hold(given, [next(5), next(5), next(5), next(5)], instrument, 1 as never)
  hold(given, [next(3), next(3), next(3), next(3)], instrument, 2 as never)
  const side = next(2) === 0 ? 'buy' : 'sell'
  for (let orders = next(3); orders > 0; orders--) {
    // Orders of the other side stand so far away that no self-trade hides another refusal.
    const same = next(2) === 0
    const far = side === 'buy' ? 5_400 : 4_600
    const volume = 1 + next(4)
    underWay(given, {
      instrument: instrument as never,
      owner: (1 + next(2)) as never,
      side: same ? side : side === 'buy' ? 'sell' : 'buy',
      offset: OFFSETS[next(instrument === 0 ? 4 : 3)]!,
      limit: (same ? 5_000 : far) as never,
      volume: volume as Order['volume'],
      filled: next(volume) as Order['filled'],
    })
  }
  Object.assign(given.ticket, {
    instrument,
    side,
    offset: OFFSETS[next(4)]!,
    limit: 4_900 + next(240) + (next(40) === 0 ? 0.5 : 0),
    volume: next(9) + (next(40) === 0 ? 0.5 : 0),
  })
  return { given, collar }
}

describe('the gate against a plain reckoning of the limits', () => {
  it('lets 100,000 random orders pass exactly where no limit is broken', () => {
    const seen = { approved: 0, refused: 0 }
    fc.assert(
      fc.property(numbersArbitrary, (numbers) => {
        const { given, collar } = randomCase(numbers)
        const answer = verdict(given)
        const approved = answer === 'approved'
        seen[approved ? 'approved' : 'refused']++
        return approved === !breaksLimits(given, collar)
      }),
      { numRuns: 100_000, seed: 20_200_821 },
    )
    expect(seen.approved).toBeGreaterThan(5_000)
    expect(seen.refused).toBeGreaterThan(50_000)
  })
})

type Path = readonly string[]

/** Every number that an opening limit order leans on. */
const LEANS_ON: readonly Path[] = [
  ...['limit', 'volume', 'createdAt', 'instrument'].map((name) => ['ticket', name]),
  ['now'],
  ...['maxOrderLots', 'maxOrderNotional', 'maxNetLots', 'maxGrossLots', 'collarRatio'].map(
    (name) => ['state', 'limits', name],
  ),
  ...['ordersPerSecond', 'messagesPerSecond', 'maxDailyLoss'].map((name) => [
    'state',
    'limits',
    name,
  ]),
  ...['staticBalance', 'closeProfit', 'fees'].map((name) => ['state', 'money', name]),
  ['state', 'openProfit'],
  ['state', 'margin'],
  ...['long', 'short'].map((name) => ['state', 'exposures', '0', name]),
  ...['upperLimit', 'lowerLimit'].map((name) => ['state', 'quotes', '0', name]),
  ...['tickUnits', 'tickScale', 'tickValue', 'maxLimitLots'].map((name) => [
    'state',
    'instruments',
    '0',
    name,
  ]),
  ['state', 'instruments', '0', 'marginRatio', 'long'],
  ['state', 'instruments', '0', 'fees', 'open', 'byLot'],
  ['state', 'instruments', '0', 'fees', 'open', 'byValue'],
  ...['volume', 'filled'].map((name) => ['state', 'working', '0', '0', name]),
]

const LIES = [NaN, undefined, 'a', {}] as const

/** A deep copy of what leads to the place, with the lie in it: the fixtures stay as they are. */
function told(from: unknown, path: Path, lie: unknown): unknown {
  if (path.length === 0) return lie
  const [name, ...rest] = path as [string, ...string[]]
  const copy = Array.isArray(from) ? [...(from as unknown[])] : { ...(from as object) }
  const fields = copy as Record<string, unknown>
  if (!(name in fields)) throw new Error(`there is no ${path.join('.')}`)
  fields[name] = told(fields[name], rest, lie)
  return copy
}

function sound(): GateCase {
  const given = gateCase()
  hold(given, [1, 1, 0, 0])
  underWay(given, { limit: 4_990 as never })
  return given
}

describe('the gate and a number that is none', () => {
  it('approves the order while every number is whole', () => {
    expect(verdict(sound())).toBe('approved')
  })

  it.each(LEANS_ON.map((path) => [path.join('.'), path] as const))(
    'never approves one where %s is NaN, missing or no number',
    (_name, path) => {
      const answers = LIES.map((lie) => verdict(told(sound(), path, lie) as GateCase))
      expect(answers.filter((answer) => answer === 'approved')).toEqual([])
    },
  )
})
