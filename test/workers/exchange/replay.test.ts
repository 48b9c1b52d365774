import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { RECORDED_FROM, writeRecordings } from '../../main/app/one-process/recording-fixture.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { order } from './peer.ts'
import { FIRST, QUOTES, SECONDS, replay, second } from './replay-fixture.ts'
import { saying } from '../../../src/core/contracts/index.ts'

/** What of a log is about lock-step; its first step is told before anybody can hear it. */
function stepped(log: readonly string[]): readonly string[] {
  return log.filter((line) => /^(quote|step|report|time)/.test(line) && line !== 'step 1')
}

describe('the exchange of a recording', () => {
  it('waits with its first step for a gateway, and tells it where it stands', async () => {
    const { peer } = await replay()
    const { facts, seqs } = await peer.snapshot()
    expect([facts.map((fact) => fact.kind), seqs['step']]).toEqual([
      ['hello', 'directory', 'time', 'run'],
      1,
    ])
    expect(facts.at(-1)).toEqual({
      kind: 'run',
      at: FIRST,
      phase: 'waiting',
      speed: Infinity,
      from: FIRST,
      until: NaN,
      quotes: 0,
      messages: 0,
      hash: '',
      notes: [saying('replay.no-limits-of', { symbol: 'SIM.ag', count: 1 })],
    })
  })

  it('lets no time pass before the gateway is done, nor for one that speaks of another step', async () => {
    const { peer } = await replay()
    peer.done(7)
    peer.done(1)
    await peer.hears('step 2')
    peer.done(1)
    peer.done(3)
    await peer.snapshot()
    const told = ['report beat 0', 'step 2']
    expect(stepped(peer.log)).toEqual(told)
    peer.done(2)
    await peer.hears('step 3')
    peer.done(3)
    await peer.hears('step 4')
    expect(stepped(peer.log)).toEqual([...told, 'quote 1', 'step 3', 'quote 2', 'step 4'])
  })

  it('settles all that was asked before it goes on, and has a word for who has more to say', async () => {
    const { peer } = await replay()
    peer.login()
    peer.done(1)
    await peer.hears('step 2')
    peer.submit(order('a', { kind: 'market' }))
    peer.done(2, true)
    await peer.hears('step 3')
    peer.done(3, true)
    await peer.hears('step 4')
    peer.ask({ kind: 'ledger' })
    peer.done(4, true)
    await peer.hears('step 5')
    peer.done(5, false)
    await peer.hears('step 6')
    expect(stepped(peer.log)).toEqual([
      'report beat 0',
      'report logged-in 0',
      'report beat 0',
      'step 2',
      'report rejected 1',
      'step 3',
      'step 4',
      'report ledger',
      'step 5',
      'quote 1',
      'step 6',
    ])
  })

  it('tells every quote and the time of each second between, then that the recording is over', async () => {
    const { peer } = await replay()
    peer.follow()
    await peer.hears('run ended')
    const stamps = peer.of('quote').map(({ at }) => second(at))
    const halves = Array.from({ length: QUOTES }, (_, index) => 0.5 + Math.floor(index / 2) / 2)
    expect(stamps).toEqual(halves)
    expect(peer.last('run')).toMatchObject({
      phase: 'ended',
      until: RECORDED_FROM + SECONDS * 1_000_000,
      at: RECORDED_FROM + SECONDS * 1_000_000,
      quotes: QUOTES,
    })
    peer.onStep = () => undefined
    peer.ask({ kind: 'ledger' })
    await peer.hears('report ledger')
    await peer.hears(/^step/, peer.log.filter((line) => line.startsWith('step')).length)
    peer.done(peer.step)
    peer.login()
    await peer.hears('report logged-in 0')
  })

  it('answers after the end though its lines take their time', async () => {
    const { peer } = await replay({ overrides: { latencyMs: 20 } })
    peer.follow()
    await peer.hears('run ended')
    peer.ask({ kind: 'ledger' })
    await peer.hears('report ledger')
    const [report] = peer.reports.slice(-1)
    expect(second(report!.at)).toBeGreaterThan(SECONDS)
  })

  it('tells the time in a minute without quotes, and no longer', async () => {
    const recordings = temporaryFolder()
    writeRecordings(recordings, SECONDS)
    const path = join(recordings, 'SIM.cu.csv')
    rmSync(join(recordings, 'SIM.ag.csv.gz'))
    const rows = readFileSync(path, 'utf8').split('\n')
    const hour = 3_600_000_000
    const late = rows[10]!.replaceAll(
      String(RECORDED_FROM + SECONDS * 1_000_000),
      String(RECORDED_FROM + hour),
    )
    writeFileSync(path, [...rows.slice(0, 3), late.replace(' 10:00:05', ' 11:00:00')].join('\n'))
    const { peer } = await replay({ recordings, speed: 10_000 })
    peer.follow()
    await peer.hears('run ended')
    const times = peer.of('time').map(({ at }) => second(at))
    expect(times).toEqual(Array.from({ length: 60 }, (_, index) => index + 1.5))
    expect(peer.of('quote').map(({ at }) => second(at))).toEqual([0.5, 1, 3600])
  })
})
