import { describe, expect, it } from 'vitest'
import type { StateFact, TargetFact } from '../../../src/core/contracts/index.ts'
import { asSaid, sayingText } from '../../../src/core/contracts/index.ts'
import { filteredEvents } from '../../../src/core/desk/event-filter.ts'
import type { DeskEvent } from '../../../src/core/desk/event-list.ts'
import { EVENTS_KEPT, EventList } from '../../../src/core/desk/event-list.ts'
import { eventsSoFar } from '../../../src/core/desk/events-so-far.ts'
import type {
  InstrumentId,
  IntentId,
  Lots,
  Micros,
  Order,
  OwnerId,
  SenderId,
  TradingDay,
} from '../../../src/core/domain/index.ts'
import { fen } from '../../../src/core/domain/index.ts'
import { createReplica, createSource, say, take } from '../../../src/core/replica/index.ts'
import { INSTRUMENT, orderFixture } from './trading-story.ts'

const health = (text: string, ok = true) =>
  ({ kind: 'health', at: 5 as Micros, ok, saying: asSaid(text) }) as const

function target(lots: number): TargetFact {
  return {
    kind: 'target',
    at: 7 as Micros,
    intent: 'i' as IntentId,
    sender: 'rule' as SenderId,
    owner: 1 as OwnerId,
    instrument: 0 as InstrumentId,
    target: lots as Lots,
    style: 'cross',
  }
}

const halted: StateFact = {
  kind: 'state',
  at: 9 as Micros,
  state: 'halted',
  cause: 'person',
  reason: asSaid('enough'),
  person: 'root (Ada)',
}

const order = (terms: Partial<Order> = {}) =>
  ({ kind: 'order', order: orderFixture(terms) }) as const

const saying = ({ tag, body }: DeskEvent): string => {
  if (body.kind === 'order') return `${tag} ${body.step}`
  return body.kind === 'said'
    ? `${tag} ${sayingText(body.saying)} ×${body.times}`
    : `${tag} ${body.kind}`
}

describe('the log of events', () => {
  it('tells of each step of an order once, newest first', () => {
    const list = new EventList()
    const steps = [
      order(),
      order({ status: 'working' }),
      order({ status: 'working', filled: 1 as Lots }),
      order({ status: 'working', cancelling: true }),
      order({ status: 'working', cancelling: true }),
      order({ status: 'cancelled', reason: 'venue.cancelled' }),
    ]
    for (const fact of steps) list.take('gateway', fact)
    expect(list.rows.map(saying)).toEqual([
      'ord cancelled',
      'ord cancelling',
      'ord working',
      'ord new',
    ])
  })

  it('leaves the telling of fills to the fills, and warns of refused and unknown orders', () => {
    const list = new EventList()
    list.take('gateway', order({ status: 'filled' }))
    list.take('gateway', order({ id: 'b' as never, status: 'rejected' }))
    list.take('gateway', order({ id: 'c' as never, status: 'unknown' }))
    expect(list.rows.map(saying)).toEqual(['warn unknown', 'warn rejected'])
  })

  it('tells of targets that changed, with the one before', () => {
    const list = new EventList()
    for (const lots of [1, 1, -2]) list.take('gateway', target(lots))
    expect(
      list.rows.map(({ body, instrument }) => [body.kind === 'target' && body.before, instrument]),
    ).toEqual([
      [1, 0],
      [undefined, 0],
    ])
  })

  it('counts up a message that is said again right away', () => {
    const list = new EventList()
    for (const text of ['slow', 'slow', 'well', 'slow']) list.take('history', health(text, false))
    expect(list.rows.map(saying)).toEqual(['warn slow ×1', 'warn well ×1', 'warn slow ×2'])
  })

  it('tells of a sender that is refused for the same reason once', () => {
    const list = new EventList()
    const ack = {
      kind: 'ack',
      at: 1 as Micros,
      command: 'c' as IntentId,
      commandKind: 'TargetPosition',
      sender: 'rule' as SenderId,
      outcome: 'refused',
      code: 'risk.stale',
      message: 'old',
    } as const
    list.take('gateway', ack)
    list.take('gateway', ack)
    list.take('gateway', { ...ack, outcome: 'accepted', code: '', message: '' })
    list.take('gateway', ack)
    expect(list.rows.map(saying)).toEqual(['warn refusal', 'warn refusal'])
  })

  it('keeps so many, and the same array while nothing happens', () => {
    const list = new EventList()
    for (let number = 0; number < EVENTS_KEPT + 500; number++) {
      list.take('gateway', health(`message ${number}`))
    }
    expect(list.rows.length).toBeLessThanOrEqual(EVENTS_KEPT + 200)
    expect(list.rows[0]?.number).toBe(EVENTS_KEPT + 500)
    expect(list.rows).toBe(list.rows)
  })
})

describe('the events before a window opened', () => {
  it('are read from the books and the log, each once and in the order of time', () => {
    const replica = createReplica('gateway', [
      createSource({ name: 'gateway', worker: 'gateway' }, 0 as Micros),
    ])
    const facts = [
      { kind: 'directory', instruments: [INSTRUMENT], owners: [] },
      order(),
      health('all is well'),
      order({ status: 'rejected', reason: 'venue.funds: no money', updatedAt: 2_000 as Micros }),
      target(3),
      halted,
      {
        kind: 'settlement',
        at: 3_000 as Micros,
        tradingDay: 20200821 as TradingDay,
        nextTradingDay: 20200824 as TradingDay,
        prices: [],
        expired: [],
        venueSeq: 1,
      },
    ] as const
    for (const fact of facts.slice(0, 6)) take(replica, 'gateway', fact, 0 as Micros)
    const before = new EventList()
    before.begin(eventsSoFar(replica))
    expect(before.rows.map(saying)).toEqual([
      'warn rejected',
      'ord new',
      'halt state',
      'ok all is well ×1',
    ])
    expect(before.rows[2]?.body).toEqual({ kind: 'state', fact: { ...halted } })
    take(replica, 'gateway', facts[6], 0 as Micros)
    before.begin(eventsSoFar(replica))
    expect(before.rows[0]?.body).toEqual({ kind: 'settlement', fact: facts[6] })
  })
})

describe('a reset of paper money', () => {
  it('is told alike as it happens, and by the log to a window that opens later', () => {
    const replica = createReplica('gateway', [])
    const before = (at: number, cash: number) =>
      ({
        kind: 'reset',
        at: at as Micros,
        person: 'ann (the OS (user): x)',
        before: fen(499_968_950),
        cash: fen(cash),
      }) as const
    const resets = [before(3_000, 500_000_000), before(4_000, 300_000_000)]
    const [live, later] = [new EventList(), new EventList()]
    for (const fact of resets) {
      take(replica, 'gateway', fact, 0 as Micros)
      live.take('gateway', fact)
    }
    later.begin(eventsSoFar(replica))
    expect(later.rows).toEqual(live.rows)
    expect(later.rows.map(({ tag, body }) => [tag, body])).toEqual(
      resets.toReversed().map((fact) => ['acc', { kind: 'reset', fact }]),
    )
  })
})

describe('a refusal that the log has and the answers have no more', () => {
  it('is among the events before a window opened, and so is a rejected order of days ago', () => {
    const replica = createReplica('gateway', [])
    const refused = {
      kind: 'ack',
      at: 1 as Micros,
      command: 'c-1' as IntentId,
      commandKind: 'OrderIntent',
      sender: 'hand' as SenderId,
      outcome: 'refused',
      code: 'risk.stale',
      message: 'old',
    } as const
    const rejected = order({ status: 'rejected', updatedAt: 2 as Micros })
    say(replica.log, 'gateway', refused)
    say(replica.log, 'gateway', rejected)
    const list = new EventList()
    list.begin(eventsSoFar(replica))
    expect(list.rows.map(saying)).toEqual(['warn rejected', 'warn refusal'])
  })
})

describe('the filter of events', () => {
  it('shows one kind, and what holds the words', () => {
    const list = new EventList()
    list.take('gateway', health('all is well'))
    list.take('gateway', health('the disk is full', false))
    const filtered = filteredEvents()
    const shown = (tag: 'warn' | '', text: string): readonly string[] =>
      filtered(list.rows, tag, text, saying).map(saying)
    expect([shown('', ''), shown('warn', ''), shown('', 'WELL')]).toEqual([
      ['warn the disk is full ×1', 'ok all is well ×1'],
      ['warn the disk is full ×1'],
      ['ok all is well ×1'],
    ])
    expect(filtered(list.rows, '', 'well', saying)).toBe(filtered(list.rows, '', 'well', saying))
  })
})
