import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { createZeromqBus } from '../../../src/adapters/bus/index.ts'
import { SYSTEM_CLOCK } from '../../../src/adapters/process/index.ts'
import { registrations } from '../../../src/adapters/process/registration.ts'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import type { WatchdogSpec } from '../../../src/core/contracts/worker-spec.ts'
import type { Epoch, Micros, OrderId } from '../../../src/core/domain/index.ts'
import { startWatchdog } from '../../../workers/watchdog/start-watchdog.ts'
import { specFixture } from '../../adapters/process/spec-fixture.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { until } from '../../until.ts'

const CHILD = resolve(import.meta.dirname, 'standing-gateway.ts')
const noSockets = process.platform === 'win32'

it.skipIf(noSockets)(
  'kills a real process that was stopped, and asks the exchange to cancel (no ipc, SIGSTOP on Windows)',
  async () => {
    const runtime = temporaryFolder()
    chmodSync(runtime, 0o700)
    const doors = (name: string) => ({
      publish: `ipc://${join(runtime, name)}.facts`,
      collect: `ipc://${join(runtime, name)}.commands`,
    })
    const head = { runtime, folder: temporaryFolder(), silenceMs: 500, orphanMs: null }
    const child = spawn(process.execPath, [
      '--import',
      'tsx',
      CHILD,
      JSON.stringify({ ...specFixture('gateway'), ...head, doors: doors('gateway'), peers: {} }),
    ])
    onTestFinished(() => void child.kill('SIGKILL'))
    const ended = once(child, 'exit')
    const exchange = createZeromqBus()
    onTestFinished(() => exchange.close())
    const codec = createCodec([])
    const facts = await exchange.publish({ address: doors('exchange').publish })
    const requests = await exchange.collect({ address: doors('exchange').collect })
    if (!facts.ok || !requests.ok) throw new Error('the doors of the exchange are taken')
    const asked: string[] = []
    const at = 0 as Micros
    requests.value.onFrame((frame) => {
      const decoded = codec.decode(frame)
      if (!decoded.ok || decoded.value.kind !== 'request') return
      const { request } = decoded.value
      asked.push(request.kind)
      const working = asked.includes('cancel') ? [] : ['a' as OrderId]
      if (request.kind === 'fence') {
        const { epoch } = request
        facts.value.send(codec.encodeReport({ kind: 'logged-in', at, epoch, seq: 1 }, 1 as Epoch))
      } else if (request.kind === 'ledger') {
        const money = { staticBalance: 0, closeProfit: 0, fees: 0 } as never
        const books = { seq: 1, at, tradingDay: 20_200_821, positions: [], working }
        const ledger = { ...(money as object), ...books } as never
        facts.value.send(codec.encodeReport({ kind: 'ledger', at, ledger }, 1 as Epoch))
      }
    })
    const spec: WatchdogSpec = {
      ...specFixture('watchdog'),
      ...head,
      doors: doors('watchdog'),
      peers: { gateway: doors('gateway'), exchange: doors('exchange') },
    }
    const lines: string[] = []
    const line = (text: string): void => void lines.push(text)
    const started = await startWatchdog(spec, {
      bus: createZeromqBus(),
      clock: SYSTEM_CLOCK,
      log: { info: line, warn: line, error: line },
      pid: process.pid,
      endpoint: (_, __, address) => ({ address }),
    })
    if (!started.ok) throw new Error(started.error.message)
    const station = started.value
    onTestFinished(() => station.quit('the test is over'))
    await until(() => station.heart.ready)
    expect(registrations(runtime).map(({ name, pid }) => [name, pid])).toEqual([
      ['gateway', child.pid],
    ])
    process.kill(child.pid!, 'SIGSTOP')
    expect(await ended).toEqual([null, 'SIGKILL'])
    await until(() => asked.at(-1) === 'ledger' && asked.includes('cancel'))
    expect(asked).toEqual(['fence', 'ledger', 'cancel', 'ledger'])
    expect(lines[0]).toContain(`gateway (process ${child.pid}) has been silent for`)
  },
)
