import type { Station } from '../../src/adapters/station/index.ts'
import type {
  AnsweredKind,
  Command,
  Failure,
  Saying,
  ServiceCommand,
  SnapshotFact,
} from '../../src/core/contracts/index.ts'
import { explained, saying, sayingOf } from '../../src/core/contracts/index.ts'
import type { Message } from '../../src/core/contracts/message.ts'
import type { Micros, OwnerId, SenderId } from '../../src/core/domain/index.ts'
import type { Model } from '../../src/core/ports/index.ts'
import type { Parameters, StrategyDefinition } from '../../src/core/strategies/index.ts'
import { checkParameters } from '../../src/core/strategies/index.ts'
import type { Hush } from './hush.ts'
import type { SettingBook } from './setting-book.ts'
import { SettingVoice } from './setting-voice.ts'
import { changesOf } from './setting-words.ts'

export interface ControlsParts {
  readonly station: Station
  /** The strategy's id, for people. */
  readonly id: string
  readonly definition: StrategyDefinition
  readonly book: SettingBook
  readonly model: Model | undefined
  /** Undefined while the gateway did not tell. */
  readonly owner: () => OwnerId | undefined
  readonly setParameters: (parameters: Parameters) => void
  readonly hush: Hush
  readonly say: (ok: boolean, what: Saying) => void
  readonly stamp: () => Micros
  /** Somebody asks how things stand. */
  readonly answer: (requester: SenderId) => void
  /** So many look, as main's beat has it. */
  readonly looked: (windows: number) => void
}

type Of<Kind extends ServiceCommand['kind']> = Extract<ServiceCommand, { readonly kind: Kind }>
/** Those that are acknowledged. */
type Setting = Of<Extract<AnsweredKind, ServiceCommand['kind']>>

/**
 * What people and main may tell a strategy, through its door for commands. How a person sets it is
 * kept, acknowledged and told.
 */
export class Controls {
  readonly #parts: ControlsParts
  readonly #voice: SettingVoice

  constructor(parts: ControlsParts) {
    this.#parts = parts
    const { book, hush, definition } = parts
    this.#voice = new SettingVoice({ ...parts, kind: definition.kind })
    if (book.pausedBy !== '') hush.set('paused', saying('beat.paused', { person: book.pausedBy }))
  }

  get parameters(): Parameters {
    return this.#parts.book.parameters
  }

  /** For those who come late. */
  get standing(): SnapshotFact['facts'] {
    return this.#voice.standing
  }

  /** Once the gateway told who this strategy is to it. */
  begin(): void {
    this.#voice.begin()
  }

  receive(message: Message): void {
    if (message.kind === 'command') return this.#obey(message.command)
    this.#parts.station.log.warn(`a frame of ${message.kind} is nothing for a strategy`)
  }

  #obey(command: Command | ServiceCommand): void {
    const { station, hush, answer, looked } = this.#parts
    switch (command.kind) {
      case 'SnapshotRequest':
        return answer(command.sender)
      case 'SetParameters':
        return this.#setParameters(command)
      case 'Pause':
        return this.#pause(command)
      case 'Resume':
        return this.#resume(command)
      case 'Power':
        return command.asleep ? hush.set('asleep', saying('beat.asleep')) : hush.end('asleep')
      case 'Beat':
        return looked(command.windows)
      default:
        station.log.warn(`a ${command.kind} of ${command.sender} is no command for a strategy`)
    }
  }

  #pause(command: Of<'Pause'>): void {
    const { id, book, hush } = this.#parts
    const { person } = command
    hush.set('paused', saying('beat.paused', { person }))
    const lost = book.pause(person)
    const done = saying('strategy.paused-by', { person, strategy: id })
    this.#done(command, saying('change.paused'), done, lost)
  }

  #resume(command: Of<'Resume'>): void {
    const { id, book, hush } = this.#parts
    const { person } = command
    const late = this.#late(command)
    if (late !== undefined) return this.#refuse(command, late)
    const lost = book.resume()
    hush.end('paused')
    const done = saying('strategy.resumed-by', { person, strategy: id })
    this.#done(command, saying('change.resumed'), done, lost)
  }

  #setParameters(command: Of<'SetParameters'>): void {
    const { id, definition, owner, setParameters, book } = this.#parts
    const { person } = command
    const late = this.#late(command)
    if (late !== undefined) return this.#refuse(command, late)
    if (command.owner !== owner()) {
      const values = { person, owner: command.owner, strategy: id }
      return this.#refuse(command, explained('command.shape/other-owner', values))
    }
    const before = book.parameters
    const checked = checkParameters(definition, { ...before, ...command.parameters })
    if (!checked.ok) {
      const values = { person, strategy: id, fault: checked.error.message }
      return this.#refuse(command, explained('config.value/not-set', values))
    }
    const changes = changesOf(before, checked.value)
    const values = { person, strategy: id }
    if (changes === '') {
      return this.#done(command, undefined, saying('strategy.set-alike', values), undefined)
    }
    const lost = book.setParameters(checked.value, person)
    setParameters(checked.value)
    const done = saying('strategy.set-by', { ...values, changes })
    this.#done(command, saying('change.parameters', { changes }), done, lost)
  }

  /** @param lost why it will not outlive this process. */
  #done(
    command: Setting,
    change: Saying | undefined,
    done: Saying,
    lost: Failure | undefined,
  ): void {
    const { say } = this.#parts
    this.#acknowledge(command)
    if (change !== undefined) this.#voice.changed(command.person, change)
    say(true, done)
    if (lost === undefined) return
    say(false, saying('strategy.not-kept', { done, failure: sayingOf(lost) }))
  }

  #refuse(command: Setting, why: Failure): void {
    this.#acknowledge(command, why)
    this.#parts.say(false, sayingOf(why))
  }

  #acknowledge({ id, kind, sender }: Setting, why?: Failure): void {
    const { station, stamp } = this.#parts
    station.writer.publish({
      kind: 'ack',
      at: stamp(),
      command: id,
      commandKind: kind,
      sender,
      outcome: why === undefined ? 'accepted' : 'refused',
      code: why?.code ?? '',
      message: why?.message ?? '',
    })
  }

  /** What was meant for an earlier life is not done in this one; 0 is meant for any. */
  #late({ kind, epoch, person }: Of<'SetParameters' | 'Resume'>): Failure | undefined {
    const { id, station } = this.#parts
    if (epoch === 0 || epoch === station.epoch) return undefined
    return explained('command.epoch/earlier-life', { command: kind, person, strategy: id })
  }
}
