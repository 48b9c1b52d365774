import { runWorker } from '../../src/adapters/station/index.ts'
import { startGateway } from './start-gateway.ts'

await runWorker('gateway', startGateway)
