import type { TargetFact } from '../../contracts/index.ts'
import { saying, sayingOf } from '../../contracts/index.ts'
import type {
  Instrument,
  InstrumentId,
  IntentId,
  Micros,
  Order,
  OwnerId,
  Position,
} from '../../domain/index.ts'
import {
  EMPTY_BUCKET,
  longLots,
  MICROS_PER_MILLISECOND,
  MICROS_PER_SECOND,
} from '../../domain/index.ts'
import type { State } from '../../state/index.ts'
import { positionOf, targetsIn, workingOrders } from '../../state/index.ts'
import type { Ticket } from '../gate/index.ts'
import type { Desk } from './desk.ts'
import type { OrderNumbers } from './order-numbers.ts'
import type { PlannedOrder } from './planner.ts'
import { plan } from './planner.ts'

const RETRY_THROTTLED = 50 * MICROS_PER_MILLISECOND
const RETRY_REFUSED = MICROS_PER_SECOND

/** Works targets off: asks the planner, hands what it wants to the desk, and paces refusals. */
export class Planning {
  readonly #desk: Desk
  readonly #numbers: OrderNumbers
  /** Instruments in which something is still to be done, so that a quiet one costs one look. */
  readonly #open: boolean[] = []
  /** `[owner][instrument]`: not before this stamp, after a refusal. */
  readonly #notBefore: number[][] = []
  readonly #refused = new Map<string, string>()

  constructor(desk: Desk, numbers: OrderNumbers) {
    this.#desk = desk
    this.#numbers = numbers
  }

  isOpen(instrument: InstrumentId): boolean {
    return this.#open[instrument] === true
  }

  /** Something changed for an instrument: look again at once. */
  wake(instrument: InstrumentId): void {
    this.#open[instrument] = true
    for (const row of this.#notBefore) if (row !== undefined) row[instrument] = 0
  }

  /** Nothing new for this owner and instrument until a refusal is a second old. */
  pause({ owner, instrument }: Pick<Order, 'owner' | 'instrument'>, now: Micros): void {
    ;(this.#notBefore[owner] ??= [])[instrument] = now + RETRY_REFUSED
  }

  wakeAll(): void {
    for (const instrument of this.#desk.state.instruments) {
      if (instrument !== undefined) this.wake(instrument.id)
    }
  }

  /** Plans every owner in the instrument. While flattening every owner's target is nothing. */
  work(id: InstrumentId, now: Micros): void {
    const { state } = this.#desk
    const instrument = state.instruments[id]
    if (instrument === undefined) return
    let open = false
    if (state.trading.state === 'flattening') {
      for (const owner of state.owners) {
        if (owner === undefined) continue
        const target = flattenTarget(owner.id, id, now)
        open = this.#workOwner(instrument, target, true, now) || open
      }
    } else {
      for (const target of targetsIn(state, id)) {
        open = this.#workOwner(instrument, target, false, now) || open
      }
    }
    this.#open[id] = open
  }

  #workOwner(
    instrument: Instrument,
    target: TargetFact,
    flattening: boolean,
    now: Micros,
  ): boolean {
    const { state } = this.#desk
    const { owner } = target
    const working = ordersOf(state, owner, instrument.id)
    const held = positionOf(state, owner, instrument.id)
    const wanted = plan({
      instrument,
      quote: state.quotes[instrument.id],
      position: flattening ? oneSide(held) : held,
      working,
      target: target.target,
      style: target.style,
      maxOrderLots: state.limits.maxOrderLots,
    })
    if (wanted.reached) return false
    for (const order of wanted.cancels) this.#desk.cancel(order, now)
    const pauses = (this.#notBefore[owner] ??= [])
    if (now < (pauses[instrument.id] ?? 0)) return true
    for (const order of wanted.orders) {
      if (!this.#submit(instrument, target, order, flattening, now)) break
    }
    return true
  }

  #submit(
    instrument: Instrument,
    target: TargetFact,
    planned: PlannedOrder,
    flattening: boolean,
    now: Micros,
  ): boolean {
    const id = this.#numbers.next()
    const intent = `${target.intent}/${this.#numbers.tail}` as IntentId
    const { owner } = target
    const { side, offset, kind, limit, volume } = planned
    const ticket: Ticket = {
      id,
      intent,
      owner,
      instrument: instrument.id,
      side,
      offset,
      kind,
      limit,
      volume,
      createdAt: now,
      flattening,
    }
    const refusal = this.#desk.submit(ticket, now)
    if (refusal === undefined) {
      if (this.#refused.size > 0) this.#refused.delete(`${owner}/${instrument.id}`)
      return true
    }
    const key = `${owner}/${instrument.id}`
    const pause = refusal.code === 'risk.throttle' ? RETRY_THROTTLED : RETRY_REFUSED
    ;(this.#notBefore[owner] ??= [])[instrument.id] = now + pause
    if (this.#refused.get(key) !== refusal.code) {
      this.#refused.set(key, refusal.code)
      const waits = saying('gateway.waits', {
        owner: this.#desk.state.owners[owner]?.name ?? `owner ${owner}`,
        symbol: instrument.symbol,
        failure: sayingOf(refusal),
      })
      this.#desk.publish({ kind: 'health', at: now, ok: false, saying: waits })
    }
    return false
  }
}

const NO_ORDERS: readonly Order[] = []

/** The orders of one owner in an instrument that are not final. */
function ordersOf(state: State, owner: OwnerId, instrument: InstrumentId): readonly Order[] {
  const working = workingOrders(state, instrument)
  if (working.length === 0) return NO_ORDERS
  return working.filter((order) => order.owner === owner)
}

/** Lots of both sides cancel out in a net target: flattening closes the long ones first. */
function oneSide(position: Position): Position {
  if (longLots(position) === 0) return position
  return { ...position, shortToday: EMPTY_BUCKET, shortHistory: EMPTY_BUCKET }
}

/** What flattening wants of an owner, as a target that nobody sent. */
function flattenTarget(owner: OwnerId, instrument: InstrumentId, at: Micros): TargetFact {
  return {
    kind: 'target',
    at,
    intent: `flatten-${at}` as IntentId,
    sender: 'gateway' as TargetFact['sender'],
    owner,
    instrument,
    target: 0 as TargetFact['target'],
    style: 'cross',
  }
}
