/** `node strategy-process.ts RUNTIME DATA`: the strategy worker, whose features see every tick. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createZeromqBus } from '../../../src/adapters/bus/index.ts'
import { SYSTEM_CLOCK, lineLog } from '../../../src/adapters/process/index.ts'
import { endpointOf } from '../../../src/adapters/process/endpoint.ts'
import { openStation } from '../../../src/adapters/station/index.ts'
import type { Epoch } from '../../../src/core/domain/index.ts'
import { HOLD } from '../../../src/core/strategies/index.ts'
import type { StrategyDefinition } from '../../../src/core/strategies/index.ts'
import { joinStrategy } from '../../../workers/strategy/join-strategy.ts'
import { strategySpec } from '../loop/specs.ts'

const WATCHING: StrategyDefinition = {
  kind: 'model',
  about: 'looks at the features of every tick and holds',
  needsModel: false,
  parameters: {},
  create: () => ({ onQuote: () => HOLD, onPrediction: () => HOLD }),
}

const [runtime = '', data = ''] = process.argv.slice(2)
const spec = strategySpec(runtime, data)
mkdirSync(join(spec.folder, spec.name), { recursive: true, mode: 0o700 })
let lost = 0
const opened = await openStation(spec, Date.now() as Epoch, {
  bus: createZeromqBus(),
  clock: SYSTEM_CLOCK,
  log: {
    ...lineLog(spec.name, (line) => process.stderr.write(line)),
    warn: () => void lost++,
  },
  pid: process.pid,
  endpoint: endpointOf,
})
if (!opened.ok) throw new Error(opened.error.message)
joinStrategy({ spec, definition: WATCHING, parameters: {}, model: undefined }, opened.value)
process.on('SIGTERM', () => {
  const { figures } = opened.value.station.heart
  const heap = Math.round(process.memoryUsage().heapUsed / 1e6)
  console.log(JSON.stringify({ ...figures, warnings: lost, heap_mb: heap }))
  process.exit(0)
})
