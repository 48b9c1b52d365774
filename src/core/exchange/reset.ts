import type { Failure } from '../contracts/index.ts'
import { failure } from '../contracts/index.ts'
import type { Epoch } from '../domain/index.ts'
import type { OrderRegistry } from './order-registry.ts'

/** Why an account cannot begin anew now: another gateway took over, or it still trades. */
export function resetRefusal(
  { fence, working, ledger }: OrderRegistry,
  epoch: Epoch,
): Failure | undefined {
  if (!(epoch >= fence)) {
    return failure('venue.fenced', `a reset of epoch ${epoch}: epoch ${fence} has taken over`)
  }
  const held = ledger.lines().length
  if (working.length === 0 && held === 0) return undefined
  const words = `orders that work: ${working.length}, instruments that are held: ${held}`
  return failure('command.state', `the account cannot begin anew: ${words}`)
}
