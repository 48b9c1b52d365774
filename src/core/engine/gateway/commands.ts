import type {
  Amend,
  Command,
  Failure,
  OrderIntent,
  Saying,
  SetLimits,
} from '../../contracts/index.ts'
import { DEFAULT_LIMITS, asSaid, failure, saying } from '../../contracts/index.ts'
import type { IntentId, Offset, Order, Result, SenderId } from '../../domain/index.ts'
import { HAND, failed, isFinal, ok } from '../../domain/index.ts'
import { positionOf } from '../../state/index.ts'
import type { Desk } from './desk.ts'

/** Halts and cancels only lower risk: they count from anybody, whenever they come. */
function alwaysHeard(command: Command): boolean {
  return command.kind === 'Halt' || command.kind === 'CancelAll' || command.kind === 'Cancel'
}

/**
 * What is checked of every command before its meaning: sender, age, life, and that it is new.
 *
 * @param carriedOut ids of this life's commands that made neither an order nor a target.
 */
export function checkHead(
  desk: Desk,
  command: Command,
  carriedOut: ReadonlySet<IntentId>,
): Failure | undefined {
  if (alwaysHeard(command)) return undefined
  if (!desk.recording) {
    return failure('journal.write', 'the journal cannot be written; start again once it can')
  }
  const { id, sender, epoch, validUntil } = command
  if (id === '' || sender === '') {
    return failure('command.shape', 'a command needs an id and a sender')
  }
  if (desk.state.intents.has(id) || carriedOut.has(id)) {
    return failure('command.duplicate', `command ${id} was carried out before`)
  }
  if (epoch !== desk.epoch) {
    const words = `the command is for epoch ${epoch}, the gateway is in ${desk.epoch}`
    return failure('command.epoch', `${words}; ask for a snapshot and decide again`)
  }
  const { decision } = desk.clock
  if (!(validUntil >= decision)) {
    return failure(
      'command.expired',
      `the command was valid until ${validUntil}, it is ${decision}`,
    )
  }
  return checkSender(desk, command)
}

/** A person's commands come signed by the hand itself, or by the process that shows windows. */
const PERSONS: ReadonlySet<string> = new Set(['hand', 'main'])

/** A strategy that bears such a name is still no person. */
function isPerson({ state }: Desk, sender: SenderId): boolean {
  if (!PERSONS.has(sender)) return false
  return !state.owners.some(
    (owner) => owner !== undefined && owner.id !== HAND && owner.name === sender,
  )
}

/**
 * Strategies send targets for themselves and nothing else; whatever else is wanted, a person wants.
 */
function checkSender(desk: Desk, command: Command): Failure | undefined {
  const { kind, sender } = command
  const byPerson = isPerson(desk, sender)
  if (kind !== 'TargetPosition' && !byPerson) {
    return failure('command.sender', `${sender} may not send ${kind}: only a person does`)
  }
  if (kind !== 'TargetPosition' && kind !== 'OrderIntent') return undefined
  const owner = desk.state.owners[command.owner]
  const owned = command.owner === HAND ? byPerson : owner?.name === sender
  if (owner !== undefined && owned) return undefined
  return failure('command.sender', `${sender} may not trade for owner ${command.owner}`)
}

/** Which lots a hand order opens or closes, where its sender left it to the gateway. */
export function resolveOffset(
  { state }: Pick<Desk, 'state'>,
  intent: Pick<OrderIntent, 'owner' | 'instrument' | 'side' | 'offset' | 'volume'>,
): Result<Offset, Failure> {
  if (intent.offset !== 'auto') return ok(intent.offset)
  const instrument = state.instruments[intent.instrument]
  if (instrument === undefined) return ok('open')
  const position = positionOf(state, intent.owner, intent.instrument)
  const closesLong = intent.side === 'sell'
  const today = (closesLong ? position.longToday : position.shortToday).lots
  const history = (closesLong ? position.longHistory : position.shortHistory).lots
  if (today + history === 0) return ok('open')
  if (instrument.closeRule === 'oldest-first') {
    if (today + history >= intent.volume) return ok('close')
  } else {
    if (today >= intent.volume) return ok('closeToday')
    if (history >= intent.volume) return ok('close')
  }
  const message =
    `${intent.volume} lots cannot be one order: ${today} of today's and ${history} older lots ` +
    'are there to close; send an order for each part'
  return failed(failure('risk.close-volume', message))
}

/** The order that an amend is about, or why it cannot be amended. */
export function amendable(desk: Desk, command: Amend): Result<Order, Failure> {
  const order = desk.state.orders.get(command.order)
  if (order === undefined || isFinal(order.status)) {
    return failed(failure('command.unknown-order', `order ${command.order} is not working`))
  }
  if (order.owner !== HAND) {
    const message = `order ${order.id} belongs to a strategy; change its target instead`
    return failed(failure('command.sender', message))
  }
  if (!Number.isSafeInteger(command.limit) || command.limit <= 0) {
    const message = `a new price is a whole, positive number of ticks, was ${command.limit}`
    return failed(failure('risk.price', message))
  }
  return ok(order)
}

export function checkLimits({ limits, person }: SetLimits): Failure | undefined {
  if (person === '') return failure('command.shape', 'limits are set by a named person')
  for (const name of Object.keys(DEFAULT_LIMITS) as (keyof typeof limits)[]) {
    const bound: unknown = limits[name]
    if (name === 'allowed') continue
    if (typeof bound !== 'number' || !(bound >= 0)) {
      return failure('command.shape', `the limit ${name} must be a number from 0 up`)
    }
  }
  if (!Array.isArray(limits.allowed)) {
    return failure('command.shape', 'the limits need a list of allowed instruments; `*` means any')
  }
  return limits.messagesPerSecond >= 1
    ? undefined
    : failure('command.shape', 'messagesPerSecond must be 1 or more, or no cancel could leave')
}

/** As it was typed, where it was. */
export function whyHalted(reason: string): Saying {
  return reason === '' ? saying('state.by-hand') : asSaid(reason)
}
