import { describe, expect, it } from 'vitest'
import { TRACE_STAGES } from '../../../src/core/contracts/index.ts'
import type { Micros } from '../../../src/core/domain/index.ts'
import type { Arrangement } from './arrangement.ts'
import { arranged, turns } from './arrangement.ts'
import { Listener } from './listener.ts'

/** A strategy that sends targets, and knows where their time went. */
async function alphaOf(all: Arrangement): Promise<Listener> {
  const alpha = new Listener(all.hub.bus(), 'alpha')
  await all.until(() => alpha.connected)
  await alpha.snapshot()
  return alpha
}

function target(all: Arrangement, lots: number, times: object = {}) {
  const { at } = all.exchange.latest(0)
  const wanted = { owner: 1, instrument: 0, target: lots, style: 'join', decidedOn: at }
  return { kind: 'TargetPosition', ...wanted, saidAt: NaN, stages: [], ...times } as never
}

describe('where the time of an order went', () => {
  it('is told right after it was sent, from the market data’s door to the venue’s', async () => {
    const all = await arranged()
    const alpha = await alphaOf(all)
    all.exchange.quote({ ...all.exchange.latest(0), feedSeq: 1 })
    all.exchange.fact({ kind: 'time', at: all.exchange.now })
    await turns()
    const received = all.clock.monotonic()
    all.clock.pass(1)
    const saidAt = (received + 25) as Micros
    const id = alpha.command(target(all, 1, { saidAt, stages: [90, 10, NaN, 30] }))
    await turns()
    const { order } = all.hand.of('order').find((fact) => fact.order.intent.startsWith(id))!
    const { at: _, ...trace } = all.hand.last('trace')
    expect(trace).toEqual({
      kind: 'trace',
      order: order.id,
      intent: order.intent,
      owner: 1,
      instrument: 0,
      venueDelay: NaN,
      stages: [25, 90, 10, NaN, 30, 1_000 - 25 - 130, 0, 0, 0],
    })
    expect(trace.stages.length).toBe(TRACE_STAGES.length)
    const said = all.hand.heard.map(({ fact }) => fact.kind)
    expect(said.lastIndexOf('ack')).toBeLessThan(said.indexOf('trace'))
  })

  it('is unknown up to the plan of an order by hand, and of a target that nobody measured', async () => {
    const all = await arranged()
    const alpha = await alphaOf(all)
    await all.order()
    const measured = { saidAt: all.clock.monotonic(), stages: [1, 2] }
    for (const [index, times] of [{}, measured, { ...measured, saidAt: 1 }].entries()) {
      alpha.command(target(all, index + 1, times))
      await turns()
    }
    const last = (stages: readonly number[]) => stages.slice(-3).map(Number.isFinite)
    const traces = all.hand.of('trace')
    expect(traces.map(({ owner, stages }) => [owner, stages.slice(0, 6), last(stages)])).toEqual(
      [0, 1, 1, 1].map((owner) => [owner, [NaN, NaN, NaN, NaN, NaN, NaN], [true, true, true]]),
    )
  })

  it('is not told of an order that the gate refused', async () => {
    const all = await arranged()
    expect(await all.order({ limit: 1 })).toBe('risk.price-limit')
    expect(all.hand.of('trace')).toEqual([])
  })
})
