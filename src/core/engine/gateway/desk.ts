import type {
  AckFact,
  Command,
  ErrorCode,
  Fact,
  Failure,
  RiskLimits,
  Saying,
  StateCause,
  TradingState,
  VenueRequest,
} from '../../contracts/index.ts'
import { explained } from '../../contracts/index.ts'
import type {
  Epoch,
  Lots,
  Micros,
  Order,
  OrderId,
  OrderStatus,
  OrderTerms,
  Ticks,
} from '../../domain/index.ts'
import { NO_LOTS, isFinal } from '../../domain/index.ts'
import type { GatewayRecord } from '../../journal/index.ts'
import type { State } from '../../state/index.ts'
import { accountOf, apply, positionOf } from '../../state/index.ts'
import type { GateView, Ticket } from '../gate/index.ts'
import { createGate, priceRefusal } from '../gate/index.ts'
import type { DecisionClock } from './decision-clock.ts'
import type { GatewayEffect } from './effects.ts'
import { NO_EFFECTS } from './effects.ts'
import type { Throttle } from './throttle.ts'

type JournalledFact = Extract<GatewayRecord, Fact>

/**
 * Where all of a gateway's deeds pass: facts that are recorded, orders that are sent, cancels that
 * are paced. It gathers the effects of one step; the state changes as they are gathered.
 */
export class Desk {
  readonly state: State
  readonly epoch: Epoch
  readonly clock: DecisionClock
  readonly #view: GateView
  readonly #throttle: Throttle
  readonly #review = createGate()
  readonly #cancelQueue: OrderId[] = []
  #effects: GatewayEffect[] | undefined
  #recording = true

  constructor(
    state: State,
    epoch: Epoch,
    view: GateView,
    throttle: Throttle,
    clock: DecisionClock,
  ) {
    this.clock = clock
    this.state = state
    this.epoch = epoch
    this.#view = view
    this.#throttle = throttle
  }

  /** The effects since the last call, in order. */
  take(): readonly GatewayEffect[] {
    const effects = this.#effects
    this.#effects = undefined
    return effects ?? NO_EFFECTS
  }

  /** Journals a fact, changes the state by it and tells everybody. */
  record(fact: JournalledFact): void {
    this.keep(fact)
    apply(this.state, fact)
    this.publish(fact)
  }

  /** Journals a record that is no fact for others. */
  keep(record: GatewayRecord): void {
    if (this.#recording) this.#add({ kind: 'journal', record })
  }

  /** The journal failed: what follows is neither recorded nor, but for cancels, sent. */
  stopRecording(): void {
    this.#recording = false
  }

  get recording(): boolean {
    return this.#recording
  }

  publish(fact: Fact): void {
    this.#add({ kind: 'publish', fact })
  }

  ask(request: Exclude<VenueRequest, { readonly kind: 'submit' }>): void {
    this.#add({ kind: 'ask', request })
  }

  /** Through the gate, into the journal, to the venue; or the gate's refusal. */
  submit(ticket: Ticket, now: Micros): Failure | undefined {
    if (!this.#recording) {
      return explained('journal.write/until-restart')
    }
    const reviewed = this.#review(ticket, this.#view, now)
    if (!reviewed.ok) return reviewed.error
    this.become(reviewed.value, 'pending', NO_LOTS, false, '', now)
    this.#throttle.ordered(this.clock.decision)
    this.#add({ kind: 'send', order: reviewed.value })
    return undefined
  }

  /** What the gate would have against another price of a working order; nothing is asked of it. */
  priceRefusal(order: Order, limit: Ticks, now: Micros): Failure | undefined {
    return priceRefusal({ ...order, limit, flattening: false }, this.#view, now)
  }

  /** Asks for a cancel if it fits into the running second. @returns whether it was sent. */
  cancel(order: Order, now: Micros, surely = false): boolean {
    if (isFinal(order.status) || order.cancelling) return true
    if (!this.#cancelFits(surely)) return false
    this.change(order, { cancelling: true, updatedAt: now })
    return this.askCancel(order.id, surely)
  }

  /** A cancel on the wire, counted like any message. @returns whether it fitted and was sent. */
  askCancel(order: OrderId, surely = false): boolean {
    if (!this.#cancelFits(surely)) return false
    this.#throttle.cancelled(this.clock.decision)
    this.ask({ kind: 'cancel', epoch: this.epoch, order })
    return true
  }

  /** Cancels that must happen: sent now as far as the pace allows, the rest as soon as it does. */
  cancelSurely(orders: Iterable<OrderId>, now: Micros): void {
    for (const order of orders) {
      if (!this.#cancelQueue.includes(order)) this.#cancelQueue.push(order)
    }
    this.drainCancels(now)
  }

  /** @returns how many cancels still wait for their second. */
  drainCancels(now: Micros): number {
    if (this.#cancelQueue.length === 0) return 0
    const { state } = this.state.trading
    const surely = state === 'halted' || state === 'flattening'
    while (this.#cancelQueue.length > 0) {
      const id = this.#cancelQueue[0]!
      const order = this.state.orders.get(id)
      const sent =
        order === undefined ? this.askCancel(id, surely) : this.cancel(order, now, surely)
      if (!sent) break
      this.#cancelQueue.shift()
    }
    return this.#cancelQueue.length
  }

  /** New orders wait while cancels that must happen do: those go first. */
  orderFits(limits: RiskLimits): boolean {
    if (this.#cancelQueue.length > 0) return false
    return this.#throttle.orderFits(limits, this.clock.decision)
  }

  change(order: Order, changes: Partial<Order>): Order {
    const { status, filled, cancelling, reason, updatedAt } = { ...order, ...changes }
    return this.become(order, status, filled, cancelling, reason, updatedAt)
  }

  /** Records what an order has become; the one constructor of orders, so that all share a shape. */
  become(
    terms: OrderTerms,
    status: OrderStatus,
    filled: Lots,
    cancelling: boolean,
    reason: string,
    updatedAt: Micros,
  ): Order {
    const { id, intent, owner, instrument, side, offset, kind, limit, volume, createdAt } = terms
    const order: Order = {
      id,
      intent,
      owner,
      instrument,
      side,
      offset,
      kind,
      limit,
      volume,
      createdAt,
      status,
      filled,
      cancelling,
      reason,
      updatedAt,
    }
    this.record({ kind: 'order', order })
    return order
  }

  enter(
    trading: TradingState,
    cause: StateCause,
    reason: Saying,
    person: string,
    at: Micros,
  ): void {
    this.record({ kind: 'state', at, state: trading, cause, reason, person })
  }

  acknowledge(
    command: Command,
    outcome: AckFact['outcome'],
    at: Micros,
    code: ErrorCode | '' = '',
    message = '',
  ): void {
    const { id, kind, sender } = command
    this.publish({
      kind: 'ack',
      at,
      command: id,
      commandKind: kind,
      sender,
      outcome,
      code,
      message,
    })
  }

  /** What a fill or a settlement changed, for those who show it. */
  publishBooks(order: Pick<Order, 'owner' | 'instrument'> | undefined, now: Micros): void {
    if (order !== undefined) {
      const position = positionOf(this.state, order.owner, order.instrument)
      this.publish({ kind: 'position', position })
    }
    this.publish({ kind: 'account', account: accountOf(this.state, now) })
  }

  #cancelFits(surely: boolean): boolean {
    return this.#throttle.cancelFits(this.state.limits, this.clock.decision, surely)
  }

  #add(effect: GatewayEffect): void {
    ;(this.#effects ??= []).push(effect)
  }
}
