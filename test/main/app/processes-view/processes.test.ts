import { describe, expect, it } from 'vitest'
import { fallsSilent, hears } from '../../../../src/core/replica/index.ts'
import type { WorkerState } from '../../../../src/main/app/processes-view/index.ts'
import { render } from '../../../../src/main/app/terminal/render.ts'
import { SOURCES } from '../../../core/replica/account-story.ts'
import { replicaFixture } from '../../../core/replica/replica-fixture.ts'
import { SECOND, at, beat, shown, well } from './shown-fixture.ts'
import { saying } from '../../../../src/core/contracts/index.ts'

describe('the view of the processes', () => {
  it('joins what they say of themselves with what their supervisor sees', () => {
    const replica = well()
    const usage = { 'process.cpu_percent': 3.2, 'process.rss_bytes': 8e7 }
    hears(replica.sources.get('exchange')!, beat({ figures: usage }), at(10.1))
    const waits = beat({ ready: false, notes: [saying('beat.waits-gateway')] })
    hears(replica.sources.get('history')!, waits, at(10.2))
    const worker = { again: 0, phase: 'up', pid: 7 } as const
    const workers: readonly WorkerState[] = [
      { ...worker, name: 'exchange' },
      { ...worker, name: 'gateway', phase: 'killed' },
      { ...worker, name: 'strategy.alpha', phase: 'down', pid: NaN, again: 2 },
      { ...worker, name: 'watchdog', phase: 'lost', pid: NaN, again: 9 },
    ]
    const { processes } = shown(replica, 10.2, workers)
    const told = processes.map(({ name, pid, condition, restarts, note }) => [
      name,
      pid,
      condition,
      restarts,
      note,
    ])
    expect(told).toEqual([
      ['exchange', 7, 'ready', 0, ''],
      ['gateway', 7, 'silent', 0, ''],
      ['strategy.alpha', NaN, 'down', 2, ''],
      ['history', 4_000, 'waits', 0, 'waits for the gateway'],
      ['watchdog', NaN, 'lost', 9, ''],
    ])
    const { age, cpu, memory } = processes[0]!
    expect([age.toFixed(1), cpu, memory]).toEqual(['0.1', 3.2, 8e7])
  })

  it('tells first that the account is old, then who is not well', () => {
    const replica = well()
    for (const name of ['gateway', 'history']) {
      fallsSilent(replica.sources.get(name)!, at(11.5), SECOND)
    }
    const gone = { name: 'exchange', phase: 'lost', pid: NaN, again: 4 } as const
    const view = shown(replica, 14.2, [gone])
    expect([view.stale, view.trouble]).toEqual([
      true,
      [
        'gateway is silent: the account is as of 4.2 s ago',
        'exchange is given up, started again 4 times, history is silent',
      ],
    ])
  })

  it('says before the first word that nothing is heard yet', () => {
    const { stale, trouble, processes } = shown(replicaFixture(), 3)
    expect([stale, trouble, processes.map(({ condition }) => condition)]).toEqual([
      true,
      ['gateway is not heard yet: the account is as of 3.0 s ago'],
      SOURCES.map(() => 'waits'),
    ])
  })

  it('lists the ways between processes before what each measures of itself', () => {
    const replica = well()
    const figures = {
      'journal.p50_us': 210,
      'journal.p99_us': 400,
      'tick.order.p50_us': NaN,
      'tick.order.p99_us': NaN,
      'hop.gateway.p50_us': 53,
      'hop.gateway.p99_us': 120,
      'run.ticks': 9,
    }
    const gateway = replica.sources.get('gateway')!
    hears(gateway, beat({ figures }), at(10))
    hears(
      replica.sources.get('strategy.alpha')!,
      beat({ figures: { 'hop.gateway.p50_us': 64 } }),
      at(10),
    )
    fallsSilent(gateway, at(12), SECOND)
    expect(shown(replica).latencies).toEqual([
      { process: 'gateway', name: 'hop.gateway', p50: 53, p99: 120, fresh: false },
      { process: 'strategy.alpha', name: 'hop.gateway', p50: 64, p99: NaN, fresh: true },
      { process: 'gateway', name: 'journal', p50: 210, p99: 400, fresh: false },
    ])
  })

  it('shows what waits in the outbox, and what was lost', () => {
    const replica = well()
    const figures = {
      'outbox.rows': 12,
      'outbox.bytes': 3_400,
      'outbox.age_ms': 250,
      'outbox.sent': 1_234,
      'outbox.lost': 3,
      'outbox.poisoned': 0,
      'outbox.refused': 1,
      'hot.latency_ms': 0.4,
      'history.questions': 7,
    }
    const history = replica.sources.get('history')!
    hears(history, beat({ figures }), at(10))
    const full = shown(replica).stores
    hears(history, beat({ figures: { 'outbox.rows': 0, 'outbox.sent': 5 } }), at(10))
    expect([full, shown(replica).stores]).toEqual([
      [
        {
          name: 'outbox',
          figures: '12 rows wait, 3.4 kB, 250.0 ms old; 1,234 sent',
          trouble: '3 lost, 1 refused',
          fresh: true,
        },
        { name: 'hot', figures: 'answers in 400 µs', trouble: '', fresh: true },
        { name: 'history', figures: '7 questions', trouble: '', fresh: true },
      ],
      [{ name: 'outbox', figures: '0 rows wait; 5 sent', trouble: '', fresh: true }],
    ])
  })

  it('says since when a store is away', () => {
    const replica = well()
    const history = replica.sources.get('history')!
    const figures = {
      'hot.latency_ms': NaN,
      'hot.failing_ms': 3_000,
      'history.questions': 0,
      'history.failing_ms': 2_000,
    }
    hears(history, beat({ figures }), at(10))
    expect(shown(replica).stores.map(({ name, trouble }) => [name, trouble])).toEqual([
      ['hot', 'away for 3.0 s'],
      ['history', 'away for 2.0 s'],
    ])
  })

  it('fits the terminal it is drawn on', () => {
    const lines = render(shown(well()), 150, 45, false)
    expect([lines.length <= 45, lines.every((line) => line.length === 150)]).toEqual([true, true])
  })
})
