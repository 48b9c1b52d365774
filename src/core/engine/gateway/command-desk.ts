import type {
  AcceptReconciliation,
  Amend,
  Command,
  Failure,
  Mode,
  OrderIntent,
  TargetPosition,
  VenueLedger,
} from '../../contracts/index.ts'
import { explained, saying, sayingText } from '../../contracts/index.ts'
import type { IntentId, Lots, Micros, Order, OrderTerms } from '../../domain/index.ts'
import { HAND, isFinal, never } from '../../domain/index.ts'
import { acceptLedger } from './acceptance.ts'
import type { AccountReset } from './account-reset.ts'
import { collarPrice } from './collar-price.ts'
import { amendable, checkHead, checkLimits, resolveOffset, whyHalted } from './commands.ts'
import type { Desk } from './desk.ts'
import type { OrderNumbers } from './order-numbers.ts'
import type { Planning } from './planning.ts'
import type { VenueLine } from './venue-line.ts'

export interface CommandDeskParts {
  readonly desk: Desk
  readonly planning: Planning
  readonly numbers: OrderNumbers
  readonly mode: Mode
  readonly line: VenueLine
  readonly reset: AccountReset
}

/** Carries commands out, or refuses them in words; every one is acknowledged. */
export class CommandDesk {
  readonly #desk: Desk
  readonly #planning: Planning
  readonly #numbers: OrderNumbers
  readonly #mode: Mode
  readonly #line: VenueLine
  readonly #reset: AccountReset
  /** Amends whose order is being cancelled, by that order's id. */
  readonly #amends = new Map<string, Amend>()
  /** Ids of commands that left no intent behind, so that none of them is carried out twice. */
  readonly #carriedOut = new Set<IntentId>()
  /** The venue's books at the last comparison, for a person to accept. */
  ledger: VenueLedger | undefined

  constructor({ desk, planning, numbers, mode, line, reset }: CommandDeskParts) {
    this.#desk = desk
    this.#planning = planning
    this.#numbers = numbers
    this.#mode = mode
    this.#line = line
    this.#reset = reset
  }

  carryOut(command: Command, now: Micros): void {
    const refusal = checkHead(this.#desk, command, this.#carriedOut) ?? this.#carryOut(command, now)
    if (refusal === undefined) {
      if (!this.#desk.state.intents.has(command.id)) this.#carriedOut.add(command.id)
      if (command.kind === 'ResetPaper') return
      return this.#desk.acknowledge(command, 'accepted', now)
    }
    const outcome = refusal.code === 'command.expired' ? 'expired' : 'refused'
    this.#desk.acknowledge(command, outcome, now, refusal.code, refusal.message)
  }

  /** An order came to its end: an amend that waited for that sends its new order. */
  ended(order: Order, now: Micros): void {
    if (!isFinal(order.status)) return
    const amend = this.#amends.get(order.id)
    if (amend === undefined) return
    this.#amends.delete(order.id)
    const left = (order.volume - order.filled) as Lots
    if (left === 0 || order.status !== 'cancelled') return
    const { owner, instrument, side, offset, kind } = order
    const terms = { owner, instrument, side, offset, kind, limit: amend.limit, volume: left }
    const refusal = this.#submit(amend.id, terms, now)
    if (refusal === undefined) return
    this.#desk.acknowledge(amend, 'refused', now, refusal.code, refusal.message)
  }

  cancelEverything(now: Micros): void {
    this.#amends.clear()
    for (const orders of this.#desk.state.working) {
      if (orders !== undefined) {
        const ids = orders.map(({ id }) => id)
        this.#desk.cancelSurely(ids, now)
      }
    }
  }

  #carryOut(command: Command, now: Micros): Failure | undefined {
    switch (command.kind) {
      case 'TargetPosition':
        return (command.owner === HAND ? this.#handsOff() : undefined) ?? this.#target(command, now)
      case 'OrderIntent':
        return this.#handsOff() ?? this.#order(command, now)
      case 'Amend':
        return this.#handsOff() ?? this.#amend(command, now)
      case 'Cancel': {
        const order = this.#desk.state.orders.get(command.order)
        if (order === undefined || isFinal(order.status)) {
          return explained('command.unknown-order/not-working', { order: command.order })
        }
        this.#amends.delete(order.id)
        return this.#desk.cancelSurely([order.id], now) as undefined
      }
      case 'CancelAll':
        this.#withdrawTargets(command.id, now)
        return this.cancelEverything(now) as undefined
      case 'Halt':
        this.#desk.enter('halted', 'person', whyHalted(command.reason), command.person, now)
        return this.cancelEverything(now) as undefined
      case 'Flatten':
        this.#desk.enter('flattening', 'person', saying('state.closes-all'), command.person, now)
        return this.cancelEverything(now) as undefined
      case 'Unlock':
      case 'Arm':
        return this.#lift(command, now)
      case 'AcceptReconciliation':
        return this.#accept(command, now)
      case 'ResetPaper':
        return this.#reset.ask(command, now)
      case 'SetLimits': {
        const refusal = checkLimits(command)
        if (refusal !== undefined) return refusal
        const { limits, person } = command
        this.#desk.record({ kind: 'limits', at: now, limits, person })
        return undefined
      }
      default:
        return never(command)
    }
  }

  /** In a replay strategies trade, hands do not. */
  #handsOff(): Failure | undefined {
    if (this.#mode !== 'replay') return undefined
    return explained('command.state/replay-hands')
  }

  #target(command: TargetPosition, now: Micros): Failure | undefined {
    const { id, sender, owner, instrument, target, style } = command
    const { state } = this.#desk
    const facts = state.instruments[instrument]
    if (facts === undefined) {
      return explained('risk.instrument/unknown', { instrument })
    }
    if (state.trading.state === 'halted' || state.trading.state === 'flattening') {
      const { trading } = state
      const why = sayingText(trading.reason)
      return explained('risk.state/trading', { state: trading.state, cause: trading.cause, why })
    }
    if (!Number.isSafeInteger(target)) {
      return explained('risk.size/target', { target })
    }
    if (!(Math.abs(target) <= state.limits.maxNetLots)) {
      return explained('risk.net-position/target', { target, most: state.limits.maxNetLots })
    }
    const intent = id
    this.#desk.record({ kind: 'target', at: now, intent, sender, owner, instrument, target, style })
    this.#planning.wake(instrument)
    this.#planning.work(instrument, now)
    return undefined
  }

  #order(command: OrderIntent, now: Micros): Failure | undefined {
    const offset = resolveOffset(this.#desk, command)
    if (!offset.ok) return offset.error
    const { owner, instrument, side, orderKind, limit, volume } = command
    const priced = collarPrice(this.#desk.state, command)
    const kind = priced === undefined ? orderKind : 'fak'
    const terms = { owner, instrument, side, offset: offset.value, kind, volume }
    return this.#submit(command.id, { ...terms, limit: priced ?? limit }, now)
  }

  #amend(command: Amend, now: Micros): Failure | undefined {
    const order = amendable(this.#desk, command)
    if (!order.ok) return order.error
    // The working order would be gone by the time that the gate sees the new one.
    const refusal = this.#desk.priceRefusal(order.value, command.limit, now)
    if (refusal !== undefined) return refusal
    this.#amends.set(order.value.id, command)
    return this.#desk.cancelSurely([order.value.id], now) as undefined
  }

  #submit(
    intent: IntentId,
    terms: Omit<OrderTerms, 'id' | 'intent' | 'createdAt'>,
    now: Micros,
  ): Failure | undefined {
    const id = this.#numbers.next()
    return this.#desk.submit({ ...terms, id, intent, createdAt: now, flattening: false }, now)
  }

  /** After a cancel of everything nothing is sent of itself: owners decide again. */
  #withdrawTargets(command: IntentId, now: Micros): void {
    const { state } = this.#desk
    for (const targets of state.targets) {
      for (const target of (targets ?? []).slice()) {
        const intent = `${command}/${target.owner}/${target.instrument}` as IntentId
        this.#desk.record({ ...target, at: now, intent, target: NaN as Lots })
      }
    }
  }

  #lift(command: Extract<Command, { kind: 'Unlock' | 'Arm' }>, now: Micros): Failure | undefined {
    const { trading } = this.#desk.state
    if (command.person === '') return explained('command.state/lift-person')
    if (!this.#line.ready) {
      const why = sayingText(trading.reason)
      return explained('command.state/books-differ', { why })
    }
    if (trading.state !== 'halted' && trading.state !== 'reducing') {
      return explained('command.state/nothing-to-lift', { state: trading.state })
    }
    const live = this.#mode === 'live'
    if (live !== (command.kind === 'Arm')) {
      return explained(live ? 'command.state/armed' : 'command.state/only-live')
    }
    const lifted = saying('state.lifted', { reason: trading.reason })
    this.#desk.enter('active', 'person', lifted, command.person, now)
    this.#planning.wakeAll()
    return undefined
  }

  #accept(command: AcceptReconciliation, now: Micros): Failure | undefined {
    if (command.person === '') return explained('command.state/accept-person')
    if (this.ledger === undefined) return explained('command.state/not-compared')
    const current = this.#line.loggedIn && this.ledger.seq === this.#desk.state.venueSeq
    if (!current) return explained('command.state/books-old')
    const { cause } = this.#desk.state.trading
    if (cause !== 'mismatch') {
      return explained('command.state/books-agree')
    }
    acceptLedger(this.#desk, this.ledger, now)
    const why = saying('state.books-accepted')
    this.#desk.enter('halted', 'person', why, command.person, now)
    this.#line.reconciled = true
    return undefined
  }
}
