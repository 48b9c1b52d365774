import type { Station } from '../../src/adapters/station/index.ts'
import type { Command, ServiceCommand } from '../../src/core/contracts/index.ts'
import type { Message } from '../../src/core/contracts/message.ts'
import type { OwnerId, SenderId } from '../../src/core/domain/index.ts'
import type { Parameters, StrategyDefinition } from '../../src/core/strategies/index.ts'
import { checkParameters } from '../../src/core/strategies/index.ts'
import type { Hush } from './hush.ts'

export interface ControlsParts {
  readonly station: Station
  /** The strategy's id, for people. */
  readonly id: string
  readonly definition: StrategyDefinition
  /** As the strategy started with them. */
  readonly parameters: Parameters
  /** Undefined while the gateway did not tell. */
  readonly owner: () => OwnerId | undefined
  readonly setParameters: (parameters: Parameters) => void
  readonly hush: Hush
  readonly health: (ok: boolean, message: string) => void
  /** Somebody asks how things stand. */
  readonly answer: (requester: SenderId) => void
}

type Of<Kind extends ServiceCommand['kind']> = Extract<ServiceCommand, { readonly kind: Kind }>

/** What people and main may tell a strategy, through its door for commands. */
export class Controls {
  readonly #parts: ControlsParts
  #parameters: Parameters

  constructor(parts: ControlsParts) {
    this.#parts = parts
    this.#parameters = parts.parameters
  }

  get parameters(): Parameters {
    return this.#parameters
  }

  receive(message: Message): void {
    if (message.kind === 'command') return this.#obey(message.command)
    this.#parts.station.log.warn(`a frame of ${message.kind} is nothing for a strategy`)
  }

  #obey(command: Command | ServiceCommand): void {
    const { id, station, hush, health, answer } = this.#parts
    switch (command.kind) {
      case 'SnapshotRequest':
        return answer(command.sender)
      case 'SetParameters':
        return this.#setParameters(command)
      case 'Pause':
        hush.set('paused', `paused by ${command.person}`)
        return health(true, `${command.person} paused ${id}: what it wanted stands`)
      case 'Resume':
        if (this.#isLate(command)) return
        hush.end('paused')
        return health(true, `${command.person} resumed ${id}`)
      case 'Power':
        return command.asleep ? hush.set('asleep', 'the machine sleeps') : hush.end('asleep')
      case 'Beat':
        return
      default:
        station.log.warn(`a ${command.kind} of ${command.sender} is no command for a strategy`)
    }
  }

  #setParameters(command: Of<'SetParameters'>): void {
    const { id, definition, owner, setParameters, health } = this.#parts
    const { person } = command
    if (this.#isLate(command)) return
    if (command.owner !== owner()) {
      return health(false, `${person} set parameters of owner ${command.owner}, which is not ${id}`)
    }
    const before = this.#parameters
    const checked = checkParameters(definition, { ...before, ...command.parameters })
    if (!checked.ok) {
      return health(false, `${person} could not set parameters of ${id}: ${checked.error.message}`)
    }
    this.#parameters = checked.value
    setParameters(checked.value)
    health(true, `${person} set parameters of ${id}: ${changes(before, checked.value)}`)
  }

  /** What was meant for an earlier life is not done in this one; 0 is meant for any. */
  #isLate({ kind, epoch, person }: Of<'SetParameters' | 'Resume'>): boolean {
    const { id, station, health } = this.#parts
    if (epoch === 0 || epoch === station.epoch) return false
    health(false, `a ${kind} of ${person} was for an earlier life of ${id}: say it again`)
    return true
  }
}

function changes(before: Parameters, after: Parameters): string {
  const changed = Object.keys(after).filter((name) => before[name] !== after[name])
  if (changed.length === 0) return 'nothing changed'
  return changed.map((name) => `${name} ${before[name]} → ${after[name]}`).join(', ')
}
