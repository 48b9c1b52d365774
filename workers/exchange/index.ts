import { runWorker } from '../../src/adapters/station/index.ts'
import { startExchange } from './start-exchange.ts'

await runWorker('exchange', startExchange)
