import { benchEngine } from './engine.ts'
import { benchFeatures } from './features.ts'
import { benchHistory } from './history.ts'
import { benchLoop } from './loop.ts'
import { benchStart } from './start.ts'
import { benchThroughput } from './throughput.ts'
import { benchWindow } from './window.ts'

type Benchmark = (args: readonly string[]) => Promise<Record<string, number>>

const BENCHMARKS: Readonly<Record<string, Benchmark>> = {
  engine: benchEngine,
  features: benchFeatures,
  history: benchHistory,
  loop: benchLoop,
  start: benchStart,
  throughput: benchThroughput,
  window: benchWindow,
}

const name = process.argv[2] ?? ''
const benchmark = BENCHMARKS[name]
if (benchmark === undefined) {
  console.error(`no benchmark is called "${name}"; there are ${Object.keys(BENCHMARKS).join(', ')}`)
  process.exitCode = 2
} else {
  const figures = await benchmark(process.argv.slice(3))
  for (const [figure, value] of Object.entries(figures)) {
    console.log(`${figure.padEnd(28)} ${value.toLocaleString('en').padStart(16)}`)
  }
  console.log(JSON.stringify(figures))
}
