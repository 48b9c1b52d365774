import { describe, expect, it } from 'vitest'
import type { BeatFact, Fact, RunFact } from '../../../src/core/contracts/index.ts'
import { asSaid, saying } from '../../../src/core/contracts/index.ts'
import type { Micros } from '../../../src/core/domain/index.ts'
import {
  ACKS_KEPT,
  FILLS_KEPT,
  LINES_KEPT,
  createSource,
  fallsSilent,
  follows,
  hears,
  isFresh,
  loses,
  runOf,
  sessionNow,
  spoken,
  takeSnapshot,
} from '../../../src/core/replica/index.ts'
import { INSTRUMENTS, OWNERS, START } from '../engine/fixture/market.ts'
import { fillFact, orderFact, stateFact } from '../state/state-fixture.ts'
import { hear, replicaFixture } from './replica-fixture.ts'

const SECOND = 1_000_000
const DIRECTORY: Fact = { kind: 'directory', instruments: INSTRUMENTS, owners: OWNERS }

type By = Fact | readonly [source: string, fact: Fact]

function told(...facts: readonly By[]) {
  const replica = replicaFixture()
  hear(replica, { source: 'gateway', fact: DIRECTORY })
  for (const each of facts) {
    const [source, fact] = 'kind' in each ? ['gateway', each] : each
    hear(replica, { source, fact })
  }
  return replica
}

const health = (text: string, at = START): Fact => ({
  kind: 'health',
  at,
  ok: false,
  saying: asSaid(text),
})
const refusal = (message: string, sender = 'alpha', outcome = 'refused'): Fact =>
  ({
    kind: 'ack',
    at: START,
    command: 'c-1',
    commandKind: 'TargetPosition',
    sender,
    outcome,
    code: outcome === 'refused' ? 'risk.stale' : '',
    message,
  }) as Fact

describe('the log', () => {
  const lines = (...facts: readonly By[]) =>
    told(...facts).log.lines.map(({ number, source, fact, times }) => [
      number,
      source,
      spoken(fact).text,
      times,
    ])

  it('folds what is said again right away, and counts it', () => {
    expect(lines(health('slow'), health('slow', 2 as Micros), ['history', health('slow')])).toEqual(
      [
        [1, 'gateway', 'slow', 2],
        [2, 'history', 'slow', 1],
      ],
    )
  })

  it('tells of states, settlements, rejected orders and refusals in words', () => {
    const rejected = orderFact({ status: 'rejected', reason: 'venue.funds' })
    const settled = { tradingDay: 20_200_821, nextTradingDay: 20_200_824, prices: [], expired: [] }
    const settlement = { kind: 'settlement', at: START, ...settled, venueSeq: 1 } as never as Fact
    const state = { ...stateFact('halted', 'person'), reason: asSaid('lunch'), person: 'ann' }
    expect(
      lines(state, rejected, settlement, refusal('too old')).map(([, , text]) => text),
    ).toEqual([
      'halted (ann): lunch',
      'order id-1: venue.funds',
      'day 20200821 is settled, 20200824 begins',
      'alpha: risk.stale: too old',
    ])
  })

  it('tells once of a sender that is refused for the same reason over and over', () => {
    const again = [refusal('old'), refusal('old'), refusal('no', 'beta'), refusal('old')]
    const after = [refusal('', 'alpha', 'accepted'), refusal('old')]
    expect(lines(...again, ...after)).toEqual([
      [1, 'gateway', 'alpha: risk.stale: old', 1],
      [2, 'gateway', 'beta: risk.stale: no', 1],
      [3, 'gateway', 'alpha: risk.stale: old', 1],
    ])
  })

  it('keeps the newest 500 lines', () => {
    const { log } = told(...Array.from({ length: 510 }, (_, index) => health(`line ${index}`)))
    const oldest = spoken(log.lines[0]!.fact).text
    expect([log.lines.length, oldest, log.count]).toEqual([LINES_KEPT, 'line 10', 510])
  })
})

describe('what is kept of the day', () => {
  it('are the last thousand fills and answers', () => {
    const fills = Array.from({ length: 1_005 }, (_, index) => fillFact(`f-${index}`))
    const acks = Array.from({ length: 1_003 }, () => refusal('old'))
    const replica = told(...fills, ...acks)
    expect([replica.fills.length, replica.fills[0]?.fill.id, replica.acks.length]).toEqual([
      FILLS_KEPT,
      'f-5',
      ACKS_KEPT,
    ])
  })
})

describe('a snapshot of the gateway', () => {
  it('replaces the books and keeps the fills that were known, each once', () => {
    const replica = told(fillFact('a'), orderFact())
    const facts = [DIRECTORY, fillFact('a'), fillFact('b'), stateFact('active', 'reconciled')]
    takeSnapshot(replica, 'gateway', { facts, seqs: { quote: 9, fill: 2 } }, START)
    takeSnapshot(replica, 'gateway', { facts, seqs: { quote: 9, fill: 2 } }, START)
    expect([
      replica.fills.map(({ fill }) => fill.id),
      replica.state.orders.size,
      replica.state.positions,
      replica.told,
      replica.log.lines.map(({ fact }) => spoken(fact).text),
    ]).toEqual([['a', 'b'], 0, [], { quotes: 9, fills: 2 }, ['active (reconciled): ']])
  })

  it('of another process tells what is new of it, and no health twice', () => {
    const replica = replicaFixture()
    const facts = [DIRECTORY, health('no disk')] as never
    const take = () => takeSnapshot(replica, 'history', { facts, seqs: {} }, START)
    expect([take(), take(), replica.state.instruments]).toEqual([[health('no disk')], [], []])
  })

  it('that does not fit together is impossible, and changes no books', () => {
    const replica = told(orderFact())
    const facts = [DIRECTORY, orderFact(), { kind: 'position', position: undefined }] as never
    expect(() => takeSnapshot(replica, 'gateway', { facts, seqs: {} }, START)).toThrow(TypeError)
    expect(replica.state.orders.size).toBe(1)
  })
})

describe('a process that is followed', () => {
  const at = (seconds: number) => (seconds * SECOND) as Micros
  const beat = { kind: 'beat' } as BeatFact
  const source = () => createSource({ name: 'gateway', worker: 'gateway' }, at(1))
  const shown = ({ standing }: ReturnType<typeof source>) => [
    isFresh(standing),
    standing.line,
    standing.silent,
    standing.staleSince / SECOND,
  ]

  it('is not fresh before it is known, nor while facts are missing', () => {
    const it = source()
    const steps = [shown(it)]
    follows(it, 3, at(2))
    steps.push(shown(it))
    loses(it, at(5))
    loses(it, at(6))
    steps.push(shown(it))
    follows(it, 4, at(7))
    steps.push(shown(it))
    expect(steps).toEqual([
      [false, 'waiting', false, 1],
      [true, 'following', false, NaN],
      [false, 'lost', false, 5],
      [true, 'following', false, NaN],
    ])
  })

  it('is stale from its last beat on once it is silent for too long', () => {
    const it = source()
    follows(it, 1, at(1.5))
    const early = fallsSilent(it, at(2.4), SECOND)
    hears(it, beat, at(2))
    const inTime = fallsSilent(it, at(3), SECOND)
    const late = fallsSilent(it, at(3.1), SECOND)
    const again = fallsSilent(it, at(3.2), SECOND)
    const before = shown(it)
    const wasSilent = hears(it, beat, at(4))
    expect([early, inTime, late, again, before, wasSilent, shown(it)]).toEqual([
      false,
      false,
      true,
      false,
      [false, 'following', true, 2],
      true,
      [true, 'following', false, NaN],
    ])
  })
})

describe('session time', () => {
  it('goes on from the gateway’s last word by the clock of the machine, and never back', () => {
    const { session } = told(
      { kind: 'time', at: START },
      { kind: 'time', at: (START - 5) as Micros },
    )
    const now = (monotonic: number, speed: number) =>
      sessionNow(session, monotonic as Micros, speed) - START
    expect([now(100, 1), now(100, 10), now(100, 0), now(100, Infinity), now(-5, 1)]).toEqual([
      100, 1_000, 0, 0, 0,
    ])
  })

  it('is not known before the first word', () => {
    expect(sessionNow(replicaFixture().session, 500 as Micros, 1)).toBe(0)
  })
})

describe('how a replay goes', () => {
  it('is what the exchange plays and the gateway counted', () => {
    const run = {
      kind: 'run',
      at: START,
      phase: 'ended',
      speed: 10,
      quotes: 5,
      hash: '',
    } as RunFact
    const played = { ...run, messages: 0, notes: [saying('replay.over')] }
    const counted = { ...run, phase: 'playing', messages: 40, hash: 'abc', notes: [] } as RunFact
    const merged = { ...played, messages: 40, hash: 'abc' }
    const both = told(['exchange', played], counted)
    const otherWay = told(counted, ['exchange', played])
    expect([runOf(both), runOf(otherWay), runOf(replicaFixture())]).toEqual([
      merged,
      merged,
      undefined,
    ])
  })
})
