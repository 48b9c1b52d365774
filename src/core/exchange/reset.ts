import type { Failure } from '../contracts/index.ts'
import { explained } from '../contracts/index.ts'
import type { Epoch } from '../domain/index.ts'
import type { OrderRegistry } from './order-registry.ts'

/** Why an account cannot begin anew now: another gateway took over, or it still trades. */
export function resetRefusal(
  { fence, working, ledger }: OrderRegistry,
  epoch: Epoch,
): Failure | undefined {
  if (!(epoch >= fence)) {
    return explained('venue.fenced/reset', { epoch, fence })
  }
  const held = ledger.lines().length
  if (working.length === 0 && held === 0) return undefined
  return explained('command.state/reset-trades', { orders: working.length, held })
}
