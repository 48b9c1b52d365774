import { describe, expect, it } from 'vitest'
import type { Micros } from '../../../src/core/domain/index.ts'
import { Measures } from '../../../workers/gateway/measures.ts'
import { RecordingJournal } from '../../core/engine/fixture/recording-journal.ts'
import { createHandClock } from '../exchange/exchange-fixture.ts'
import { order } from '../exchange/peer.ts'
import { arranged } from './arrangement.ts'

const NOW = 1_000_000 as Micros

function told(id: string, createdAt: number) {
  return { kind: 'submit', epoch: 1, order: order(id, { createdAt: createdAt as Micros }) } as never
}

describe('what a gateway measures', () => {
  it('is the way of an order: from its quote, and to the first word of the venue on it', () => {
    const clock = createHandClock()
    const measures = new Measures(clock)
    measures.cause(0 as never, NOW, clock.monotonic())
    clock.pass(0.1)
    measures.asked(told('a', NOW))
    clock.pass(0.3)
    measures.heard({ kind: 'beat', at: NOW, seq: 0 })
    measures.heard({ kind: 'accepted', seq: 1, at: NOW, order: 'a' as never })
    measures.heard({ kind: 'rejected', seq: 2, at: NOW, order: 'a' as never } as never)
    const { order: way, report } = measures
    expect([way.count, way.quantile(0.5), report.count, report.quantile(0.5)]).toEqual([
      1, 103, 1, 319,
    ])
  })

  it('leaves out orders that no quote brought about', () => {
    const clock = createHandClock()
    const measures = new Measures(clock)
    measures.cause(0 as never, NOW, clock.monotonic())
    measures.asked(told('a', NOW + 1))
    measures.cause(0 as never, NOW, NaN)
    measures.asked(told('b', NOW))
    expect(measures.order.count).toBe(0)
  })

  it('is every write of the journal, whether it succeeds or fails', () => {
    const clock = createHandClock()
    const measures = new Measures(clock)
    const journal = new RecordingJournal<string>()
    const timed = measures.timed(journal)
    timed.append(['a'])
    timed.close()
    expect([timed.append(['b']).ok, journal.records, measures.journal.count]).toEqual([
      false,
      ['a'],
      2,
    ])
  })

  it('is forgotten after a while', () => {
    const clock = createHandClock()
    const measures = new Measures(clock)
    measures.hop.record(100)
    const seen: (number | undefined)[] = []
    for (let window = 0; window < 3; window++) {
      clock.pass(5_000)
      seen.push(measures.figures()['hop.gateway.p50_us'])
    }
    expect(seen).toEqual([103, 103, NaN])
  })

  it('is told with the beats, by name', async () => {
    const all = await arranged()
    await all.order()
    await all.until(() => all.hand.of('beat').at(-1)?.figures['run.orders'] === 1)
    await all.until(() => (all.hand.last('beat').figures['order.report.p50_us'] ?? NaN) >= 0)
    expect(Object.keys(all.hand.last('beat').figures).toSorted()).toEqual([
      'hop.gateway.p50_us',
      'hop.gateway.p99_us',
      'journal.p50_us',
      'journal.p99_us',
      'order.report.p50_us',
      'order.report.p99_us',
      'orders.working',
      'quotes.foreign',
      'quotes.per_second',
      'run.cancels',
      'run.commands',
      'run.fees_fen',
      'run.fills',
      'run.orders',
      'run.refusals',
      'run.reports',
      'run.targets',
      'run.ticks',
      'tick.order.p50_us',
      'tick.order.p99_us',
      'tick.target.p50_us',
      'tick.target.p99_us',
      'warm_up.waiting',
    ])
  })
})
