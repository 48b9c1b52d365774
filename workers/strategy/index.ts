import { compileEagerly } from '../../src/adapters/process/index.ts'
import { runWorker } from '../../src/adapters/station/index.ts'
import { startStrategy } from './start-strategy.ts'

compileEagerly()
await runWorker('strategy', startStrategy)
