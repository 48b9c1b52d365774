import type { Failure } from '../../../core/contracts/index.ts'
import { failure } from '../../../core/contracts/index.ts'

const GUIDE = 'docs/adding-a-gateway.md tells how to add one'

/** What this version lacks to trade in a mode that it cannot start. */
const LACKS: ReadonlyMap<string, string> = new Map([
  ['paper', `paper wants a feed of real quotes, and no adapter for any is here: ${GUIDE}`],
  ['live', `live wants a broker, and no adapter for any is here: ${GUIDE}`],
  ['monitor', `monitor wants a feed of real quotes, and no adapter for any is here: ${GUIDE}`],
])

/**
 * The mode is no setting: what is traded makes it. Who names one all the same is told how to have
 * it, or what it lacks.
 *
 * @param where it was named: the flag, the variable, or the member of a file.
 */
export function modeRefusal(where: string, mode: string): Failure {
  const lacks = LACKS.get(mode)
  const words =
    'the mode is replay with --replay FILE…, else simulated, on the built-in market: leave it out'
  const refused = lacks === undefined ? 'chooses no mode' : `cannot be ${mode}`
  return failure('config.value', [`${where} ${refused}`, lacks, words].filter(Boolean).join('; '))
}
