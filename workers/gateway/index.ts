import { compileEagerly } from '../../src/adapters/process/index.ts'
import { runWorker } from '../../src/adapters/station/index.ts'
import { rehearseMeanwhile } from './rehearsal.ts'
import { startGateway } from './start-gateway.ts'

compileEagerly()
await runWorker('gateway', async (spec, surroundings) => {
  const started = await startGateway(spec, surroundings)
  // In a replay time stands while the gateway works: nobody waits for its compilers.
  if (started.ok && spec.mode !== 'replay') rehearseMeanwhile(started.value, spec.resources)
  return started
})
