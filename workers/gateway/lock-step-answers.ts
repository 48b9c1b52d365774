import type { Station } from '../../src/adapters/station/index.ts'
import type { Saying } from '../../src/core/contracts/index.ts'
import { saying } from '../../src/core/contracts/index.ts'
import type { GatewaySpec } from '../../src/core/contracts/worker-spec.ts'
import type { OwnerId } from '../../src/core/domain/index.ts'
import type { Account } from './account.ts'
import type { LockStepParts } from './lock-step.ts'
import type { Place } from './place.ts'
import { WaitedStrategies } from './waited-strategies.ts'

const NO_STRATEGY = 0 as OwnerId

/** How a gateway of a replay answers its exchange, and whom it waits for. */
export function answersOf(
  { exchange, lockStep, mode, profile }: GatewaySpec,
  { instance }: Place,
  station: Station,
  account: Account,
  say: (what: Saying) => void,
): Pick<LockStepParts, 'waited' | 'done' | 'tellRun'> {
  const { codec, clock, sender, epoch } = station
  const pusher = station.push(exchange)
  let answers = 0
  return {
    done: (seq, more) => {
      const body = { kind: 'done', owner: NO_STRATEGY, seq, more } as const
      const head = { version: 1, source: sender, mode, profile, epoch, seq: ++answers }
      void pusher.send(codec.encodeFact({ ...head, at: clock.monotonic(), body }))
    },
    waited: () =>
      new WaitedStrategies(lockStep, instance.owners, ({ name }) =>
        say(saying('gateway.goes-on', { strategy: name })),
      ),
    tellRun: (run) => account.tellRun(run),
  }
}
