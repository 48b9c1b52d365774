import type { Failure } from '../../../contracts/index.ts'
import type { GateRequest, GateView } from '../request.ts'

/** One question of the gate. Undefined means that this rule has nothing against the order. */
export type Rule = (request: GateRequest, view: GateView) => Failure | undefined
