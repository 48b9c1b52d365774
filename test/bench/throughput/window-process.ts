/** `node window-process.ts RUNTIME DATA`: main's replica and feed, with one window that reads. */
import { join } from 'node:path'
import { createZeromqBus } from '../../../src/adapters/bus/index.ts'
import { SYSTEM_CLOCK, lineLog } from '../../../src/adapters/process/index.ts'
import { endpointOf } from '../../../src/adapters/process/endpoint.ts'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import { openFeed } from '../../../src/main/app/feed/index.ts'
import { openMainStation } from '../../../src/main/app/processes/main-station.ts'
import { openReplica } from '../../../src/main/app/replica/index.ts'
import { ABOUT } from '../../main/app/feed/feed-fixture.ts'
import { strategySpec } from '../loop/specs.ts'

const [runtime = '', data = ''] = process.argv.slice(2)
const like = strategySpec(runtime, data)
const spec = { ...like, name: 'main', folder: join(data, 'main') }
const station = openMainStation(spec, {
  bus: createZeromqBus(),
  clock: SYSTEM_CLOCK,
  log: lineLog('main', (line) => process.stderr.write(line)),
  pid: process.pid,
  endpoint: endpointOf,
})
if (!station.ok) throw new Error(station.error.message)
const replica = openReplica(station.value, [{ name: 'gateway', worker: 'gateway' }])
let quotes = 0
let lost = 0
let frames = 0
let bytes = 0
const nothing = (): void => undefined
replica.listen({
  quote: () => void quotes++,
  latest: nothing,
  ordered: nothing,
  anew: nothing,
  standing: ({ line }) => {
    if (line === 'lost') lost++
  },
})
const feed = openFeed(station.value, replica, ABOUT)
const codec = createCodec([])
feed.open({
  send: (frame) => {
    frames++
    bytes += frame.length
    const read = codec.decode(frame)
    if (!read.ok) throw new Error(read.error.message)
  },
  writable: () => true,
})
process.on('SIGTERM', () => {
  const heap = Math.round(process.memoryUsage().heapUsed / 1e6)
  console.log(JSON.stringify({ quotes, lost, frames, bytes, heap_mb: heap }))
  process.exit(0)
})
