/**
 * `node stand-in-process.ts FOLDER PAGE`: the same quotes straight to the page. Main's copy, feed
 * and door are the real ones; what would be exchange, gateway and bus is in this very process.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { asSaid } from '../../../src/core/contracts/index.ts'
import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import { SYSTEM_CLOCK, lineLog } from '../../../src/adapters/process/index.ts'
import { endpointOf } from '../../../src/adapters/process/endpoint.ts'
import { openStation } from '../../../src/adapters/station/index.ts'
import type { Doors, SpecHead } from '../../../src/core/contracts/worker-spec.ts'
import type { Epoch } from '../../../src/core/domain/index.ts'
import { openFeed } from '../../../src/main/app/feed/index.ts'
import { openMainStation } from '../../../src/main/app/processes/main-station.ts'
import { openWindows } from '../../../src/main/app/processes/open-windows.ts'
import { openReplica } from '../../../src/main/app/replica/index.ts'
import { openRouter } from '../../../src/main/app/router/index.ts'
import { openWebDoor } from '../../../src/main/app/windows/index.ts'
import { Tally } from '../../../workers/exchange/tally.ts'
import { Voice } from '../../../workers/exchange/voice.ts'
import { headFixture } from '../../adapters/process/head-fixture.ts'
import { ABOUT } from '../../main/app/feed/feed-fixture.ts'
import { DAY, manyQuotes, resources } from './market.ts'
import { tick } from './ticking.ts'

const [folder = '', page = ''] = process.argv.slice(2)
const GATEWAY = 'gateway'
const TIME_EVERY = 50
/** A desk that is locked would draw less. */
const ACTIVE = {
  kind: 'state',
  state: 'active',
  cause: 'reconciled',
  reason: asSaid(''),
  person: '',
} as const
const doors = (name: string): Doors => ({
  publish: `ipc://${join(folder, `${name}.facts`)}`,
  collect: `ipc://${join(folder, `${name}.commands`)}`,
})
const hub = createMemoryHub()
const surroundings = {
  clock: SYSTEM_CLOCK,
  log: lineLog('stand-in', (line) => process.stderr.write(line)),
  pid: process.pid,
  endpoint: endpointOf,
}

function specOf(name: string, peer: string): SpecHead {
  return headFixture(name, {
    profile: 'bench',
    version: 'bench',
    runtime: folder,
    folder,
    resources,
    doors: doors(name),
    peers: { [peer]: doors(peer) },
    silenceMs: 600_000,
  })
}

async function run(): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  await openGateway()
  const bus = hub.bus()
  const opened = openMainStation(specOf('main', GATEWAY), { ...surroundings, bus })
  if (!opened.ok) throw new Error(opened.error.message)
  const station = opened.value
  const replica = openReplica(station, [{ name: GATEWAY, worker: 'gateway' }])
  const feed = openFeed(station, replica, ABOUT)
  const windows = openWindows({
    station,
    opened: replica,
    feed,
    router: openRouter(station, replica, 'bench'),
    user: 'bench',
    pid: process.pid,
    restart: () => ({ ok: true, value: undefined }),
    restarts: () => ({}),
  })
  const door = await openWebDoor({ station, windows, port: 0, page, wall: Date.now })
  if (!door.ok) throw new Error(door.error.message)
  console.log(`for a browser, once: ${door.value.link()}`)
}

async function openGateway(): Promise<void> {
  const spec = specOf(GATEWAY, 'main')
  const opened = await openStation(spec, 1 as Epoch, { ...surroundings, bus: hub.bus() })
  if (!opened.ok) throw new Error(opened.error.message)
  const { station, onMessage } = opened.value
  const quotes = manyQuotes()
  const voice = new Voice(
    station,
    {
      instruments: quotes.instruments,
      sessionPhase: () => 'continuous',
      tradingDay: DAY,
      createExchange: () => {
        throw new Error('a stand-in has no exchange')
      },
      notes: [],
    },
    new Tally(DAY),
  )
  onMessage((message) => {
    if (message.kind !== 'command' || message.command.kind !== 'SnapshotRequest') return
    const { sender, instruments } = message.command
    const at = station.clock.wall()
    voice.answer(sender, instruments, [
      { ...ACTIVE, at },
      { kind: 'time', at },
    ])
  })
  voice.greet()
  station.heart.isReady()
  tick(station, quotes, (quote) => voice.quote(quote))
  station.every(TIME_EVERY, () => voice.fact({ kind: 'time', at: station.clock.wall() }))
}

process.on('SIGTERM', () => process.exit(0))
await run()
