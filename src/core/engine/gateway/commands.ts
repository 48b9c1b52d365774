import type {
  Amend,
  Command,
  Failure,
  OrderIntent,
  Saying,
  SetLimits,
} from '../../contracts/index.ts'
import { DEFAULT_LIMITS, asSaid, explained, saying } from '../../contracts/index.ts'
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
    return explained('journal.write/until-restart')
  }
  const { id, sender, epoch, validUntil } = command
  if (id === '' || sender === '') {
    return explained('command.shape/head')
  }
  if (desk.state.intents.has(id) || carriedOut.has(id)) {
    return explained('command.duplicate/done', { command: id })
  }
  if (epoch !== desk.epoch) {
    return explained('command.epoch/other', { wanted: epoch, epoch: desk.epoch })
  }
  const { decision } = desk.clock
  if (!(validUntil >= decision)) {
    return explained('command.expired/late', { until: validUntil, now: decision })
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
    return explained('command.sender/kind', { sender, command: kind })
  }
  if (kind !== 'TargetPosition' && kind !== 'OrderIntent') return undefined
  const owner = desk.state.owners[command.owner]
  const owned = command.owner === HAND ? byPerson : owner?.name === sender
  if (owner !== undefined && owned) return undefined
  return explained('command.sender/owner', { sender, owner: command.owner })
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
  const values = { volume: intent.volume, today, older: history }
  return failed(explained('risk.close-volume/two-orders', values))
}

/** The order that an amend is about, or why it cannot be amended. */
export function amendable(desk: Desk, command: Amend): Result<Order, Failure> {
  const order = desk.state.orders.get(command.order)
  if (order === undefined || isFinal(order.status)) {
    return failed(explained('command.unknown-order/not-working', { order: command.order }))
  }
  if (order.owner !== HAND) {
    return failed(explained('command.sender/strategy', { order: order.id }))
  }
  if (!Number.isSafeInteger(command.limit) || command.limit <= 0) {
    return failed(explained('risk.price/new', { limit: command.limit }))
  }
  return ok(order)
}

export function checkLimits({ limits, person }: SetLimits): Failure | undefined {
  if (person === '') return explained('command.shape/limits-person')
  for (const name of Object.keys(DEFAULT_LIMITS) as (keyof typeof limits)[]) {
    const bound: unknown = limits[name]
    if (name === 'allowed') continue
    if (typeof bound !== 'number' || !(bound >= 0)) {
      return explained('command.shape/limit', { limit: name })
    }
  }
  if (!Array.isArray(limits.allowed)) {
    return explained('command.shape/allowed')
  }
  return limits.messagesPerSecond >= 1 ? undefined : explained('command.shape/messages')
}

/** As it was typed, where it was. */
export function whyHalted(reason: string): Saying {
  return reason === '' ? saying('state.by-hand') : asSaid(reason)
}
