import type { Command } from '../../../core/contracts/index.ts'
import type { IntentId, Micros, SenderId } from '../../../core/domain/index.ts'
import { MICROS_PER_SECOND } from '../../../core/domain/index.ts'
import type { Assembly } from './assembly.ts'

/** What a person at the keyboard can do to the account. */
export type Deed = 'unlock' | 'halt' | 'flatten' | 'accept'

type PersonCommand = Extract<
  Command,
  { readonly kind: 'Unlock' | 'Halt' | 'Flatten' | 'AcceptReconciliation' }
>

const KINDS: Readonly<Record<Deed, PersonCommand['kind']>> = {
  unlock: 'Unlock',
  halt: 'Halt',
  flatten: 'Flatten',
  accept: 'AcceptReconciliation',
}

/**
 * Lets a person halt the account, close everything, take the venue's books over after a mismatch,
 * and lift a halt. In replay hands do not trade, so there are no such keys.
 *
 * @returns what the keys do; undefined in a replay.
 */
export function handOf(
  { instance, driver, gateway }: Assembly,
  person: string,
): ((deed: Deed) => void) | undefined {
  if (instance.mode === 'replay') return undefined
  let count = 0
  return (deed) => {
    count++
    driver.command({
      kind: KINDS[deed],
      id: `hand-${gateway.epoch.toString(36)}-${deed}-${count}` as IntentId,
      sender: 'hand' as SenderId,
      epoch: gateway.epoch,
      validUntil: (driver.now + MICROS_PER_SECOND) as Micros,
      person,
      reason: '',
    })
  }
}
