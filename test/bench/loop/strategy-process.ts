/**
 * `node strategy-process.ts RUNTIME DATA acts`: the strategy worker with a strategy that acts on
 * every tick; `… watches`: with one whose features see every tick and that does nothing.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { asSaid } from '../../../src/core/contracts/index.ts'
import { createZeromqBus } from '../../../src/adapters/bus/index.ts'
import { openOnnxModel } from '../../../src/adapters/model/index.ts'
import { SYSTEM_CLOCK, compileEagerly, lineLog } from '../../../src/adapters/process/index.ts'
import { endpointOf } from '../../../src/adapters/process/endpoint.ts'
import { openStation } from '../../../src/adapters/station/index.ts'
import type { Epoch } from '../../../src/core/domain/index.ts'
import { HOLD, INFER, want } from '../../../src/core/strategies/index.ts'
import type { StrategyDefinition } from '../../../src/core/strategies/index.ts'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import type { Model } from '../../../src/core/ports/index.ts'
import { joinStrategy } from '../../../workers/strategy/join-strategy.ts'
import { moment } from './moment.ts'
import { resources, strategySpec } from './specs.ts'
import { watched } from './watched-bus.ts'
import type { Thought, ThoughtReport } from './ways.ts'

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
      onPrediction: () => want((target = 1 - target), 'cross', asSaid('in turn')),
    }
  },
}

const WATCHING: StrategyDefinition = {
  kind: 'model',
  about: 'looks at the features of every tick and holds',
  needsModel: false,
  parameters: {},
  create: () => ({ onQuote: () => HOLD, onPrediction: () => HOLD }),
}

compileEagerly()
const [runtime = '', data = '', role = ''] = process.argv.slice(2)
const definition = role === 'acts' ? ALTERNATING : WATCHING
const spec = strategySpec(runtime, data)
mkdirSync(join(spec.folder, spec.name), { recursive: true, mode: 0o700 })
const model = await openOnnxModel(join(resources, 'models/sim-direction.json'))
if (!model.ok) throw new Error(model.error.message)
const network = model.value
let [heard, asked, answered] = [NaN, NaN, NaN]
const sent: { readonly frame: Uint8Array; readonly moments: readonly number[] }[] = []
const bus = watched(createZeromqBus(), {
  onHeard: () => {
    heard = moment()
  },
  onPush: (frame) => void sent.push({ frame, moments: [heard, asked, answered, moment()] }),
})
const timed: Model = {
  manifest: network.manifest,
  infer: async (features) => {
    asked = moment()
    const answer = await network.infer(features)
    answered = moment()
    return answer
  },
  close: () => network.close(),
}
const opened = await openStation(spec, Date.now() as Epoch, {
  bus,
  clock: SYSTEM_CLOCK,
  log: lineLog(spec.name, (line) => process.stderr.write(line)),
  pid: process.pid,
  endpoint: endpointOf,
})
if (!opened.ok) throw new Error(opened.error.message)
joinStrategy(
  { spec, definition, parameters: {}, model: definition.needsModel ? timed : undefined },
  opened.value,
)
process.on('SIGTERM', () => {
  const codec = createCodec([])
  const thoughts = sent.flatMap(({ frame, moments }) => {
    const read = codec.decode(frame)
    if (!read.ok || read.value.kind !== 'command') return []
    const { command } = read.value
    return command.kind === 'TargetPosition' ? [[command.decidedOn, ...moments]] : []
  })
  const report: ThoughtReport = {
    thoughts: thoughts as unknown as readonly Thought[],
    figures: opened.value.station.heart.figures,
    heap: Math.round(process.memoryUsage().heapUsed / 1e6),
  }
  writeFileSync(join(runtime, 'strategy.json'), JSON.stringify(report))
  process.exit(0)
})
