import type { Failure } from '../../core/contracts/index.ts'
import { failure } from '../../core/contracts/index.ts'

/** The failures that both networks know. */
export function addressFailure(message: string): Failure {
  return failure('bus.address', message)
}

export function takenFailure(address: string, holder: string, mend: string): Failure {
  return failure('bus.taken', `${address} is bound by ${holder}: ${mend}`)
}

export function closedFailure(address: string): Failure {
  return failure('bus.lost', `the bus is closed and takes no more of ${address}: make a new one`)
}
