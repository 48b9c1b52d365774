import { runWorker } from '../../src/adapters/station/index.ts'
import { startStrategy } from './start-strategy.ts'

await runWorker('strategy', startStrategy)
