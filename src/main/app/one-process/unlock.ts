import type { IntentId, Micros, SenderId } from '../../../core/domain/index.ts'
import { MICROS_PER_SECOND } from '../../../core/domain/index.ts'
import type { Assembly } from './assembly.ts'

/**
 * Lets a person lift a halt. In replay hands do not trade, so there is no such key.
 *
 * @returns what the key does; undefined in a replay.
 */
export function unlocker(
  { instance, driver, gateway }: Assembly,
  person: string,
): (() => void) | undefined {
  if (instance.mode === 'replay') return undefined
  let count = 0
  return () => {
    count++
    driver.command({
      kind: 'Unlock',
      id: `hand-${gateway.epoch.toString(36)}-unlock-${count}` as IntentId,
      sender: 'hand' as SenderId,
      epoch: gateway.epoch,
      validUntil: (driver.now + MICROS_PER_SECOND) as Micros,
      person,
    })
  }
}
