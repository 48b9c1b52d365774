/** `node strategy-process.ts RUNTIME DATA`: the strategy worker with a strategy that always acts. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createZeromqBus } from '../../../src/adapters/bus/index.ts'
import { openOnnxModel } from '../../../src/adapters/model/index.ts'
import { SYSTEM_CLOCK, lineLog } from '../../../src/adapters/process/index.ts'
import { endpointOf } from '../../../src/adapters/process/endpoint.ts'
import { openStation } from '../../../src/adapters/station/index.ts'
import type { Epoch } from '../../../src/core/domain/index.ts'
import { INFER, want } from '../../../src/core/strategies/index.ts'
import type { StrategyDefinition } from '../../../src/core/strategies/index.ts'
import { joinStrategy } from '../../../workers/strategy/join-strategy.ts'
import { resources, strategySpec } from './specs.ts'

/** Asks the model at every tick, and then wants the other side. */
const ALTERNATING: StrategyDefinition = {
  kind: 'model',
  about: 'wants a lot and none in turn, so that every answer brings an order',
  needsModel: true,
  parameters: {},
  create: () => {
    let target = 0
    return {
      onQuote: () => INFER,
      onPrediction: () => want((target = 1 - target), 'cross', 'in turn'),
    }
  },
}

const [runtime = '', data = ''] = process.argv.slice(2)
const spec = strategySpec(runtime, data)
mkdirSync(join(spec.folder, spec.name), { recursive: true, mode: 0o700 })
const model = await openOnnxModel(join(resources, 'models/sim-direction.json'))
if (!model.ok) throw new Error(model.error.message)
const opened = await openStation(spec, Date.now() as Epoch, {
  bus: createZeromqBus(),
  clock: SYSTEM_CLOCK,
  log: lineLog(spec.name, (line) => process.stderr.write(line)),
  pid: process.pid,
  endpoint: endpointOf,
})
if (!opened.ok) throw new Error(opened.error.message)
joinStrategy({ spec, definition: ALTERNATING, parameters: {}, model: model.value }, opened.value)
process.on('SIGTERM', () => {
  console.log(JSON.stringify(opened.value.station.heart.figures))
  process.exit(0)
})
