import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import type { SnapshotFact } from '../../../src/core/contracts/index.ts'
import type { Micros } from '../../../src/core/domain/index.ts'
import type { State } from '../../../src/core/state/index.ts'
import { apply, createState } from '../../../src/core/state/index.ts'
import { standing } from '../../../workers/gateway/snapshot.ts'
import { breach } from '../../core/engine/fixture/property.ts'
import { randomRun } from '../../core/engine/fixture/random-run.ts'
import { arranged, turns } from './arrangement.ts'

/** What a follower makes of a state that it is told over the wire. */
function told(state: State): State {
  const codec = createCodec([])
  const now = state.trading.at
  const facts = standing({ mode: 'simulated', profile: 'run', state, now, run: undefined }, [])
  const body: SnapshotFact = { kind: 'snapshot', requester: 'x' as never, facts, seqs: {} }
  const head = { version: 1, source: 'gateway', mode: 'simulated', profile: 'run' } as const
  const frame = codec.encodeFact({ ...head, epoch: 1, seq: 1, at: 0 as Micros, body })
  const decoded = createCodec([]).decode(frame)
  if (!decoded.ok || decoded.value.kind !== 'facts') throw new Error('the snapshot is unreadable')
  const copy = createState()
  for (const fact of decoded.value.facts) apply(copy, fact)
  return copy
}

/** All that a follower goes by: whoever shows it asks for no more. */
function shown(state: State) {
  const { fills: _, intents: __, venueSeq: ___, working, targets, ...rest } = state
  const orders = [...state.orders.values()]
  return JSON.stringify({ ...rest, orders, working: working.flat(), targets: targets.flat() })
}

describe('a snapshot of a gateway', () => {
  it('makes the same state of a follower, whatever happened before', () => {
    const lives = fc.record({
      seed: fc.nat({ max: 10_000 }),
      steps: fc.integer({ min: 1, max: 150 }),
    })
    expect(
      breach(
        lives,
        ({ seed, steps }) => {
          const { state } = randomRun(seed, steps).gateway
          return shown(told(state)) === shown(state)
        },
        60,
      ),
    ).toBeUndefined()
  })

  it('makes the same open profit after a settlement and a quote without a last price', () => {
    const { state } = randomRun(7_327, 119).gateway
    expect(state.openProfit).not.toBe(0)
    expect(shown(told(state))).toBe(shown(state))
  })

  it('holds the last quotes of those instruments alone that were asked for', async () => {
    const all = await arranged()
    const of = async (wanted: readonly number[]) => {
      const { facts } = await all.hand.snapshot(wanted)
      return facts.flatMap((fact) => (fact.kind === 'quote' ? fact.instrument : []))
    }
    expect([await of([2]), await of([])]).toEqual([[2], [0, 1, 2]])
  })

  it('is told after what came before it in the same turn, which is not told again', async () => {
    const all = await arranged()
    await turns()
    all.exchange.serves = false
    all.hand.heard.length = 0
    all.hand.command(all.intent())
    all.hand.service({ kind: 'SnapshotRequest', instruments: [] })
    await all.hand.hears('snapshot')
    await turns()
    const kinds = all.hand.heard.map(({ fact }) => fact.kind)
    const told = kinds.filter((kind) => ['order', 'ack', 'snapshot'].includes(kind))
    expect(told).toEqual(['order', 'ack', 'snapshot'])
    const { facts } = all.hand.last('snapshot')
    expect(facts.filter(({ kind }) => kind === 'order').length).toBe(1)
  })

  it('holds the fills of the day with their fees, of earlier lives too, until the day ends', async () => {
    const all = await arranged()
    const told = async () => {
      const { facts } = await all.hand.snapshot()
      return facts.filter(({ kind }) => kind === 'fill')
    }
    const before = await told()
    const fills: unknown[] = []
    for (const side of ['buy', 'sell']) {
      await all.order({ orderKind: 'market', limit: NaN, side, offset: 'auto' })
      await all.until(() => all.hand.of('fill').length > fills.length)
      fills.push(all.hand.last('fill'))
    }
    const after = await told()
    await all.revive()
    const revived = await told()
    all.exchange.endDay()
    await all.hand.hears('settlement')
    expect([before, after, revived, await told()]).toEqual([[], fills, fills, []])
    expect(after.every((fact) => fact.kind === 'fill' && fact.fee > 0)).toBe(true)
  })

  it('says the last numbers, so that what is told next counts on from it', async () => {
    const all = await arranged()
    await all.order()
    const { seqs } = await all.hand.snapshot()
    const heard = all.hand.heard.length
    await all.order({ volume: 2 })
    await all.pass(500)
    const next = all.hand.heard.slice(heard)
    const first = (kind: string) => next.find(({ fact }) => fact.kind === kind)?.seq
    expect(
      ['order', 'ack', 'quote'].map((kind) => (first(kind) ?? NaN) - (seqs[kind] ?? 0)),
    ).toEqual([1, 1, 1])
  })
})
