import type { Station } from '../../../adapters/station/index.ts'
import type { AckFact, Failure } from '../../../core/contracts/index.ts'
import { decidesBySession, explained } from '../../../core/contracts/index.ts'
import { checkCommand } from '../../../core/contracts/schema.ts'
import type {
  CommandReply,
  WindowCommands,
  WorkerCommandName,
} from '../../../core/contracts/window.ts'
import { WORKER_COMMANDS } from '../../../core/contracts/window.ts'
import type { IntentId, Micros, SenderId } from '../../../core/domain/index.ts'
import { HAND, MICROS_PER_SECOND } from '../../../core/domain/index.ts'
import type { Replica } from '../../../core/replica/index.ts'
import { sessionNow } from '../../../core/replica/index.ts'
import type { AnyCommand } from './addressee.ts'
import { addresseeOf, isAnswered, isForGateway } from './addressee.ts'
import { Pending } from './pending.ts'
import { personOf, typedName } from './person.ts'

const SENDER = 'hand' as SenderId
/** A command that comes later than this is refused by the gateway. */
const LIVES = MICROS_PER_SECOND
/** Service commands bring no order about: they are carried out whenever they come. */
const FOR_EVER = Number.MAX_SAFE_INTEGER as Micros

const UNSIGNED = explained('command.state/signature')

export interface RouterParts {
  readonly station: Station
  readonly replica: Replica
  /** The user of this machine: every command of a person names it. */
  readonly user: string
}

/**
 * Brings what a person wants to the worker that does it, and the answer back. Nothing is ever sent
 * twice: what is not answered in time is `unknown`, and facts will tell.
 */
export class Router {
  readonly #parts: RouterParts
  readonly #pending = new Pending()
  #count = 0

  constructor(parts: RouterParts) {
    this.#parts = parts
  }

  /** For who made the request itself, as the terminal. */
  send<Name extends WorkerCommandName>(
    name: Name,
    request: WindowCommands[Name]['request'],
  ): Promise<CommandReply> {
    return this.route(name, request)
  }

  /** @param body as it came from outside: nothing of it is trusted. Never rejects. */
  async route(name: WorkerCommandName, body: unknown): Promise<CommandReply> {
    const { station, replica } = this.#parts
    const { clock, codec, spec } = station
    const kind = WORKER_COMMANDS[name]
    const wanted: Readonly<Record<string, unknown>> = { ...(body as object | undefined) }
    if (kind === 'AcceptReconciliation' && spec.mode === 'live') {
      if (typedName(wanted['person']) === '') return refused(UNSIGNED)
    }
    const to = addresseeOf(replica, spec.mode, kind, wanted['owner'], clock.monotonic())
    if (!to.ok) return refused(to.error)
    const made = checkCommand({ ...wanted, kind, ...this.#head(kind, to.value.epoch, wanted) })
    if (!made.ok) return refused(made.error)
    const command = made.value
    const answer = isAnswered(kind) ? this.#pending.wait(command.id, clock.monotonic()) : undefined
    const sent = await station.push(to.value.name).send(codec.encodeCommand(command))
    if (!sent) {
      const { code, message } = explained('worker.lost/unreached', { name: to.value.name })
      const reply = { outcome: 'refused', command: command.id, code, message } as const
      this.#pending.answer(command.id, reply)
      return reply
    }
    return answer ?? { outcome: 'sent', command: command.id, code: '', message: '' }
  }

  /** The gateway told what became of a command. */
  acknowledged(fact: AckFact): void {
    this.#pending.acknowledged(fact)
  }

  /** To be called every 50 ms. */
  look(): void {
    this.#pending.look(this.#parts.station.clock.monotonic())
  }

  /** What is main's to say of a command, whatever a window says. */
  #head(
    kind: AnyCommand['kind'],
    epoch: number,
    { person }: Readonly<Record<string, unknown>>,
  ): Readonly<Record<string, unknown>> {
    const { epoch: life } = this.#parts.station
    const number = (++this.#count).toString(36)
    return {
      id: `${SENDER}-${life.toString(36)}-${number}` as IntentId,
      sender: SENDER,
      epoch,
      validUntil: isForGateway(kind) ? this.#validUntil() : FOR_EVER,
      person: personOf(this.#parts.user, person),
      ...(kind === 'OrderIntent' && { owner: HAND }),
    }
  }

  /** On the gateway's decision clock: session time where the market is made or played here. */
  #validUntil(): Micros {
    const { station, replica } = this.#parts
    const now = station.clock.monotonic()
    const { mode } = station.spec
    return ((decidesBySession(mode) ? sessionNow(replica.session, now, 1) : now) + LIVES) as Micros
  }
}

function refused({ code, message }: Failure): CommandReply {
  return { outcome: 'refused', command: '', code, message }
}
