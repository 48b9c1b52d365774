import { compileEagerly } from '../../src/adapters/process/index.ts'
import { runWorker } from '../../src/adapters/station/index.ts'
import { rehearseOn } from './rehearsal.ts'
import { startGateway } from './start-gateway.ts'

compileEagerly()
await runWorker('gateway', (spec, surroundings) => {
  // In a replay time stands while the gateway works: nobody waits for its compilers.
  const rehearse = () => (spec.mode === 'replay' ? 0 : rehearseOn(spec.resources))
  return startGateway(spec, surroundings, undefined, undefined, rehearse)
})
