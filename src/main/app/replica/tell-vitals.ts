import type { Station } from '../../../adapters/station/index.ts'
import type { VitalFact } from '../../../core/contracts/index.ts'
import type { Replica, Vital } from '../../../core/replica/index.ts'
import { take } from '../../../core/replica/index.ts'
import type { ReplicaListener } from './listener.ts'

/** Notes what happened to a process, as of now. */
export type TellVital = (name: string, vital: Vital) => void

/** Into the replica, which keeps the newest, and to every window that looks. */
export function tellVitals(
  { clock }: Station,
  replica: Replica,
  listener: ReplicaListener,
): TellVital {
  return (name, vital) => {
    const at = clock.monotonic()
    const fact: VitalFact = { kind: 'vital', at, clock: clock.wall(), ...vital }
    take(replica, name, fact, at)
    listener.ordered(name, fact)
  }
}
