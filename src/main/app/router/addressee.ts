import type {
  Command,
  CommandKind,
  Failure,
  Mode,
  ServiceCommand,
} from '../../../core/contracts/index.ts'
import { explained } from '../../../core/contracts/index.ts'
import type { Standing } from '../../../core/contracts/window-frame.ts'
import type { Micros, Result } from '../../../core/domain/index.ts'
import { MICROS_PER_SECOND, failed, ok } from '../../../core/domain/index.ts'
import type { Replica } from '../../../core/replica/index.ts'
import { isFresh } from '../../../core/replica/index.ts'

export type AnyCommand = Command | ServiceCommand

/** The gateway hears these whenever they come, of whatever epoch: they only lower risk. */
const ALWAYS_HEARD = new Set<AnyCommand['kind']>(['Halt', 'Cancel', 'CancelAll'])
const FOR_STRATEGIES = new Set<AnyCommand['kind']>(['SetParameters', 'Pause', 'Resume'])

/** Whether the gateway carries it out, and acknowledges it. */
export function isForGateway(kind: AnyCommand['kind']): kind is CommandKind {
  return kind !== 'Replay' && !FOR_STRATEGIES.has(kind)
}

/** Whether whoever carries it out acknowledges it: all but the player of a recording. */
export function isAnswered(kind: AnyCommand['kind']): boolean {
  return kind !== 'Replay'
}

/**
 * Who is to carry a command out: the gateway, the strategy of an owner, or the exchange. Refused
 * with `command.state` where the mode has no such thing, and with `worker.lost` while its worker
 * is not known to be well; but whatever only lowers risk is tried all the same.
 *
 * @param owner whom a command for a strategy names.
 */
export function addresseeOf(
  replica: Replica,
  mode: Mode,
  kind: AnyCommand['kind'],
  owner: unknown,
  now: Micros,
): Result<Standing, Failure> {
  if (kind === 'Replay') return replayer(replica, mode, now)
  if (FOR_STRATEGIES.has(kind)) return strategyOf(replica, owner, now)
  if (mode === 'replay') {
    return failed(explained('command.state/replay-hands'))
  }
  return well(replica, replica.gateway, now, ALWAYS_HEARD.has(kind))
}

function replayer(replica: Replica, mode: Mode, now: Micros): Result<Standing, Failure> {
  if (mode !== 'replay') {
    return failed(explained('command.state/no-recording', { mode }))
  }
  const exchange = named(replica, ({ worker }) => worker === 'exchange')
  return well(replica, exchange?.name ?? 'exchange', now)
}

function strategyOf(replica: Replica, owner: unknown, now: Micros): Result<Standing, Failure> {
  const name = typeof owner === 'number' ? replica.state.owners[owner]?.name : undefined
  const strategy = named(
    replica,
    (each) => each.worker === 'strategy' && each.owner !== '' && each.owner === name,
  )
  if (strategy !== undefined) return well(replica, strategy.name, now)
  return failed(explained('command.shape/owner'))
}

function named(replica: Replica, is: (standing: Standing) => boolean): Standing | undefined {
  for (const { standing } of replica.sources.values()) if (is(standing)) return standing
  return undefined
}

function well(
  replica: Replica,
  name: string,
  now: Micros,
  always = false,
): Result<Standing, Failure> {
  const standing = replica.sources.get(name)?.standing
  if (standing === undefined) return failed(explained('worker.lost/none', { name }))
  if (always || isFresh(standing)) return ok(standing)
  const seconds = ((now - standing.staleSince) / MICROS_PER_SECOND).toFixed(1)
  const key = standing.silent ? 'worker.lost/silent' : 'worker.lost/asked'
  return failed(explained(key, { name, seconds }))
}
