import { runWorker } from '../../src/adapters/station/index.ts'
import { startHistory } from './start-history.ts'

await runWorker('history', startHistory)
