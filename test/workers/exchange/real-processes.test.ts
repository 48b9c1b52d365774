import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, resolve } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createZeromqBus } from '../../../src/adapters/bus/index.ts'
import type { ExchangeSpec } from '../../../src/core/contracts/worker-spec.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { until } from '../../until.ts'
import { writeRecordings } from '../../main/app/one-process/recording-fixture.ts'
import { exchangeSpec, replayOf } from './exchange-fixture.ts'
import { Peer, order } from './peer.ts'

const ENTRY = resolve(import.meta.dirname, '../../../workers/exchange/index.ts')

interface Started {
  readonly child: ChildProcess
  /** The end of its standard error. */
  readonly said: () => string
}

function started(spec: ExchangeSpec): Started {
  const parameters = ['--import', 'tsx', ENTRY, JSON.stringify(spec)]
  const child = spawn(process.execPath, parameters, { stdio: ['ignore', 'ignore', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  let text = ''
  child.stderr.on('data', (piece: Buffer) => {
    text += piece.toString()
  })
  return { child, said: () => text }
}

/** The spec of a process with sockets in a folder, and somebody who talks with it. */
function arranged(overrides: Partial<ExchangeSpec> = {}) {
  const folder = temporaryFolder()
  const address = (door: string) => ({ address: `ipc://${join(folder, door)}` })
  const doors = {
    publish: address('exchange.facts').address,
    collect: address('exchange.commands').address,
  }
  const bus = createZeromqBus()
  onTestFinished(() => bus.close())
  return { spec: exchangeSpec(folder, { doors, ...overrides }), peer: new Peer(bus, address) }
}

async function exitCode({ child }: Started): Promise<number | null> {
  if (child.exitCode === null) await once(child, 'exit')
  return child.exitCode
}

describe('an exchange in a process of its own', () => {
  it('goes on with its books after kill -9, and ends on a signal in good order', async () => {
    const { spec, peer } = arranged({ durable: true })
    const first = started(spec)
    await until(() => peer.connected)
    await peer.snapshot()
    await peer.hears(/^quote/, 6)
    peer.login()
    peer.submit(order('a'))
    await peer.hears('report filled 2')
    const numbered = peer.reports.filter((report) => 'seq' in report && report.kind !== 'beat')
    first.child.kill('SIGKILL')
    await once(first.child, 'exit')

    peer.reports.length = 0
    const second = started(spec)
    const beats = (): number | undefined => peer.of('beat').at(-1)?.pid
    await until(() => beats() === second.child.pid && peer.connected)
    peer.ask({ kind: 'resend', after: 0 })
    peer.ask({ kind: 'ledger' })
    await peer.hears('report ledger')
    const resent = peer.reports.filter(({ kind }) => kind === 'accepted' || kind === 'filled')
    expect(resent).toEqual(numbered.filter(({ kind }) => kind !== 'logged-in'))
    expect(peer.reports.find(({ kind }) => kind === 'ledger')).toMatchObject({
      ledger: { seq: 2, positions: [{ instrument: 0, longToday: 1 }] },
    })
    second.child.kill('SIGTERM')
    expect([await exitCode(second), second.said()]).toEqual([
      0,
      expect.stringContaining('leaving: SIGTERM'),
    ])
  })

  it('refuses to start where another has its books, with words and the code 2', async () => {
    const { spec, peer } = arranged()
    const first = started(spec)
    await until(() => peer.of('beat').length > 0)
    const second = started(spec)
    expect(await exitCode(second)).toBe(2)
    expect(second.said()).toMatch(
      new RegExp(`exchange is in use by process ${first.child.pid}: quit that one first`),
    )
  })

  it('plays a recording in lock-step', async () => {
    const recordings = temporaryFolder()
    const quotes = writeRecordings(recordings, 10)
    const { spec, peer } = arranged({ market: replayOf([recordings]) })
    const exchange = started({ ...spec, mode: 'replay' })
    await until(() => peer.connected)
    await until(async () => (await peer.snapshot()).seqs['step'] === 1)
    peer.onStep = (seq) => peer.done(seq)
    peer.done(1)
    await peer.hears('run ended')
    expect([peer.of('quote').length, peer.last('run').quotes]).toEqual([quotes, quotes])
    peer.command({ kind: 'Quit', reason: 'the test is over' })
    expect(await exitCode(exchange)).toBe(0)
  })
})
