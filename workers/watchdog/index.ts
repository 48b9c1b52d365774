import { runWorker } from '../../src/adapters/station/index.ts'
import { startWatchdog } from './start-watchdog.ts'

await runWorker('watchdog', startWatchdog)
