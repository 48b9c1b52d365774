import { createZeromqBus } from '../../../src/adapters/bus/index.ts'
import { SYSTEM_CLOCK, lineLog } from '../../../src/adapters/process/index.ts'
import { register } from '../../../src/adapters/process/registration.ts'
import { openStation } from '../../../src/adapters/station/index.ts'
import type { SpecHead } from '../../../src/core/contracts/worker-spec.ts'
import type { Epoch } from '../../../src/core/domain/index.ts'

/** A process of its own that beats like a gateway, and does nothing else. */
const spec = JSON.parse(process.argv[2] ?? '') as SpecHead
const surroundings = {
  bus: createZeromqBus(),
  clock: SYSTEM_CLOCK,
  log: lineLog('gateway', (line) => void process.stderr.write(line)),
  pid: process.pid,
  endpoint: (_: unknown, __: unknown, address: string) => ({ address }),
}
const opened = await openStation(spec, 4 as Epoch, surroundings)
if (!opened.ok) throw new Error(opened.error.message)
const { station, onMessage } = opened.value
register(spec)
onMessage((message) => {
  if (message.kind !== 'command' || message.command.kind !== 'SnapshotRequest') return
  station.writer.snapshot(message.command.sender, [])
})
station.heart.isReady()
