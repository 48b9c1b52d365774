import * as fc from 'fast-check'
import type { Fact } from '../../../src/core/contracts/index.ts'
import { STATE_CAUSES, TRACE_STAGES, TRADING_STATES } from '../../../src/core/contracts/index.ts'
import { asSaid } from '../../../src/core/contracts/sayings/index.ts'
import type { Micros, Order } from '../../../src/core/domain/index.ts'
import type { SourceName } from '../../../src/core/replica/index.ts'
import type { State } from '../../../src/core/state/index.ts'
import { accountOf, apply, createState, positionOf } from '../../../src/core/state/index.ts'
import { ticketOf } from '../engine/fixture/gate.ts'
import { DAY, INSTRUMENTS, marketQuote, OWNERS, START } from '../engine/fixture/market.ts'

export const SOURCES: readonly SourceName[] = [
  { name: 'exchange', worker: 'exchange' },
  { name: 'gateway', worker: 'gateway' },
  { name: 'strategy.alpha', worker: 'strategy', owner: OWNERS[1]!.name },
  { name: 'history', worker: 'history' },
]

/** Something that a process has to tell; the numbers choose what it is about. */
export interface Deed {
  readonly kind: (typeof DEEDS)[number]
  readonly one: number
  readonly two: number
}

const DEEDS = [
  'quote',
  'order',
  'fill',
  'end',
  'target',
  'state',
  'ack',
  'health',
  'thought',
  'beat',
  'run',
  'settle',
  'limits',
  'reset',
  'time',
  'trace',
  'setting',
] as const

const WEIGHTS: Readonly<Partial<Record<Deed['kind'], number>>> = { quote: 6, order: 4, fill: 4 }

export const deed: fc.Arbitrary<Deed> = fc
  .tuple(
    fc.oneof(
      ...DEEDS.map((kind) => ({ weight: WEIGHTS[kind] ?? 1, arbitrary: fc.constant(kind) })),
    ),
    fc.nat(1_000),
    fc.nat(1_000),
  )
  .map(([kind, one, two]) => ({ kind, one, two }))

export interface Said {
  readonly source: string
  readonly fact: Fact
}

/** An instance at work: what its processes tell fits together, whatever deeds are chosen. */
export class AccountStory {
  readonly state: State = createState()
  #at: number = START
  #count = 0

  constructor() {
    for (const { fact } of this.begins()) apply(this.state, fact)
  }

  /** The gateway's first words. */
  begins(): readonly Said[] {
    const money = { ...accountOf(this.state, START), staticBalance: 5_000_000 as never }
    return [
      { kind: 'directory', instruments: INSTRUMENTS, owners: OWNERS },
      { kind: 'hello', mode: 'simulated', profile: 'test', tradingDay: DAY },
      { kind: 'account', account: { ...money, tradingDay: DAY } },
      marketQuote(),
      marketQuote({ instrument: 1 }),
    ].map((fact) => ({ source: 'gateway', fact: fact as Fact }))
  }

  does(what: Deed): readonly Said[] {
    this.#at += 1 + (what.two % 50)
    const said = this.#said(what)
    for (const { source, fact } of said) if (source === 'gateway') apply(this.state, fact)
    return said
  }

  #said({ kind, one, two }: Deed): readonly Said[] {
    const at = this.#at as Micros
    const instrument = one % INSTRUMENTS.length
    const owner = two % OWNERS.length
    const gateway = (...facts: readonly unknown[]): readonly Said[] =>
      facts.map((fact) => ({ source: 'gateway', fact: fact as Fact }))
    switch (kind) {
      case 'quote':
        return gateway(marketQuote({ instrument, at, last: 4_900 + (two % 200) }))
      case 'order':
        return gateway({ kind: 'order', order: this.#order(owner, instrument, one) })
      case 'fill':
        return gateway(...this.#fill(one, two))
      case 'end':
        return gateway(...this.#end(one, two % 3 === 0 ? 'rejected' : 'cancelled'))
      case 'target': {
        const named = { intent: this.#id('t'), sender: 'alpha', owner, instrument, style: 'join' }
        return gateway({ kind, at, ...named, target: two % 7 === 0 ? NaN : (two % 11) - 5 })
      }
      case 'state': {
        const [state, cause] = [pick(TRADING_STATES, one), pick(STATE_CAUSES, two)]
        return gateway({ kind, at, state, cause, reason: asSaid(`reason ${two % 3}`), person: '' })
      }
      case 'ack': {
        const outcome = pick(['accepted', 'refused', 'expired'] as const, one)
        const code = outcome === 'accepted' ? '' : pick(['risk.stale', 'risk.price'], two)
        const who = { command: this.#id('a'), commandKind: 'Cancel', sender: OWNERS[owner]!.name }
        return gateway({ kind, at, ...who, outcome, code, message: code })
      }
      case 'health': {
        const saying = asSaid(`words ${two % 3}`)
        return [{ source: pick(SOURCES, one).name, fact: { kind, at, ok: two % 2 === 0, saying } }]
      }
      case 'trace': {
        const about = { order: this.#id('o'), intent: this.#id('t'), owner, instrument }
        const stages = TRACE_STAGES.map((_, stage) => (stage === one % 9 ? NaN : two + stage))
        return gateway({ kind, at, ...about, venueDelay: two, stages })
      }
      case 'setting': {
        const lists = { features: ['spread'], labels: ['up'], parameters: { lots: two, on: true } }
        const fact = {
          kind,
          at,
          owner,
          strategy: 'rule',
          model: '',
          paused: one % 2 === 0,
          ...lists,
        }
        const change = { person: '', change: asSaid(`lots ${two}`) }
        return [{ source: 'strategy.alpha', fact: { ...fact, ...change } as unknown as Fact }]
      }
      case 'thought':
        return [{ source: 'strategy.alpha', fact: thought(one, at, instrument, two) }]
      case 'beat': {
        const seqs = { quote: one, fill: two }
        const figures = { 'hop.gateway.p50_us': two }
        const alive = { pid: 1 + one, startedAt: START, ready: one % 2 === 0, notes: [] }
        return [{ source: pick(SOURCES, one).name, fact: { kind, at, ...alive, seqs, figures } }]
      }
      case 'run': {
        const span = { from: START, until: NaN as Micros, quotes: one, notes: [] }
        const fact = {
          kind,
          at,
          phase: 'playing',
          speed: 10,
          ...span,
          messages: 0,
          hash: '',
        } as const
        return [{ source: 'exchange', fact }]
      }
      case 'settle': {
        const prices = INSTRUMENTS.map(({ id }) => [id, 4_950 + (two % 100)])
        const days = {
          tradingDay: this.state.tradingDay,
          nextTradingDay: this.state.tradingDay + 1,
        }
        return gateway({ kind: 'settlement', at, ...days, prices, expired: [], venueSeq: 1 })
      }
      case 'limits': {
        const limits = { ...this.state.limits, maxOrderLots: one }
        return gateway({ kind, at, limits, person: 'somebody' })
      }
      case 'reset':
        return gateway({ kind, at, person: 'ann', before: two, cash: 5_000_000 })
      case 'time':
        return gateway({ kind, at })
    }
  }

  #order(owner: number, instrument: number, one: number): Order {
    const [id, intent] = [this.#id('o'), this.#id('i')]
    const side = one % 3 === 0 ? 'sell' : 'buy'
    const terms = { id, intent, owner, instrument, side, volume: 1 + (one % 5) }
    const { flattening: _gone, ...ticket } = ticketOf(terms as never)
    const life = { status: 'working', filled: 0 as never, cancelling: false, reason: '' } as const
    return { ...ticket, ...life, updatedAt: this.#at as Micros }
  }

  #fill(one: number, two: number): readonly unknown[] {
    const order = this.#working(one)
    if (order === undefined) return []
    const { id, owner, instrument, side, offset, volume: all } = order
    const volume = 1 + (two % (all - order.filled))
    const filled = order.filled + volume
    const at = this.#at
    const terms = {
      id: this.#id('f'),
      order: id,
      owner,
      instrument,
      side,
      offset,
      price: 5_000,
      at,
    }
    const fill = { kind: 'fill', fill: { ...terms, volume }, fee: 300, closedToday: 0, venueSeq: 1 }
    const status = filled === all ? 'filled' : 'working'
    const news = { kind: 'order', order: { ...order, status, filled, updatedAt: at } }
    const after = createState()
    apply(after, { kind: 'directory', instruments: INSTRUMENTS, owners: OWNERS })
    apply(after, { kind: 'position', position: positionOf(this.state, owner, instrument) })
    apply(after, fill as never)
    const position = positionOf(after, owner, instrument)
    return [fill, news, ...(one % 2 === 0 ? [{ kind: 'position', position }] : [])]
  }

  #end(one: number, status: 'rejected' | 'cancelled'): readonly unknown[] {
    const order = this.#working(one)
    if (order === undefined) return []
    const updatedAt = this.#at
    return [{ kind: 'order', order: { ...order, status, reason: 'venue.funds', updatedAt } }]
  }

  #working(one: number): Order | undefined {
    const working = this.state.working.flatMap((orders) => orders ?? [])
    return working.length === 0 ? undefined : pick(working, one)
  }

  #id(prefix: string): string {
    return `${prefix}-${++this.#count}`
  }
}

function thought(one: number, at: Micros, instrument: number, two: number): Fact {
  const [about, why] = [{ owner: 1, instrument }, asSaid('')]
  if (one % 3 === 0) return { kind: 'signal', at, ...about, features: [two] } as never
  if (one % 3 === 1) return { kind: 'decision', at, ...about, target: two, why } as never
  const seen = { ...about, quoteAt: at }
  const pushed = { label: 'up', base: 0.5, values: [two], pushes: [0.1] }
  if (one % 2 === 0) return { kind: 'attribution', at, ...seen, ...pushed } as never
  return { kind: 'prediction', ...seen, generation: two, outputs: [0.2, 0.3, 0.5] } as never
}

function pick<Value>(values: readonly Value[], index: number): Value {
  return values[index % values.length]!
}
