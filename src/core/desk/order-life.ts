import type { AckFact, FillFact, TraceFact } from '../contracts/index.ts'
import type { Micros, Order } from '../domain/index.ts'
import type { Answer } from '../history/index.ts'

/** One thing that happened to an order. */
export type LifeStep = { readonly at: Micros } & (
  | {
      readonly kind: 'state'
      readonly status: string
      readonly filled: number
      readonly cancelling: boolean
      readonly reason: string
      /** Who knows it: the store, this window, or both. */
      readonly known: 'stored' | 'seen' | 'both'
    }
  | { readonly kind: 'fill'; readonly fact: FillFact }
  | { readonly kind: 'ack'; readonly ack: AckFact }
  | { readonly kind: 'trace'; readonly trace: TraceFact }
)

/** What a window and the stores know of one order. */
export interface LifeSources {
  /** Every state that the window saw, oldest first. */
  readonly seen: readonly Order[]
  /** Of the question `order-events`; undefined where it was not answered. */
  readonly stored: Answer | undefined
  readonly fills: readonly FillFact[]
  readonly acks: readonly AckFact[]
  readonly trace: TraceFact | undefined
}

type StateStep = Extract<LifeStep, { kind: 'state' }>

/** The whole life of an order, oldest first; what two sources tell stands there once. */
export function orderLife({ seen, stored, fills, acks, trace }: LifeSources): readonly LifeStep[] {
  const steps: LifeStep[] = joined(seen.map(seenStep), storedSteps(stored))
  for (const fact of fills) steps.push({ kind: 'fill', at: fact.fill.at, fact })
  for (const ack of acks) steps.push({ kind: 'ack', at: ack.at, ack })
  if (trace !== undefined) steps.push({ kind: 'trace', at: trace.at, trace })
  return steps.sort((one, other) => one.at - other.at || rankOf(one) - rankOf(other))
}

/** In which order things of one moment happened: a fill leads to the state that counts it. */
function rankOf(step: LifeStep): number {
  if (step.kind === 'state') return step.filled === 0 ? 2 : 4
  return RANK[step.kind]
}
const RANK = { ack: 0, trace: 1, fill: 3 } as const

function seenStep({ updatedAt: at, status, filled, cancelling, reason }: Order): StateStep {
  return { kind: 'state', at, status, filled, cancelling, reason, known: 'seen' }
}

function storedSteps(stored: Answer | undefined): readonly StateStep[] {
  if (stored === undefined) return []
  const place = (name: string): number => stored.columns.indexOf(name)
  const [ts, status, filled, note] = [place('ts'), place('status'), place('filled'), place('note')]
  return stored.rows.map((row) => ({
    kind: 'state',
    at: Number(row[ts]) as Micros,
    status: String(row[status]),
    filled: Number(row[filled]),
    cancelling: false,
    reason: String(row[note] ?? ''),
    known: 'stored',
  }))
}

function joined(seen: readonly StateStep[], stored: readonly StateStep[]): LifeStep[] {
  const left = [...stored]
  const steps: LifeStep[] = seen.map((step) => {
    const place = left.findIndex((each) => isSame(each, step))
    if (place < 0) return step
    left.splice(place, 1)
    return { ...step, known: 'both' }
  })
  return [...steps, ...left]
}

function isSame(one: StateStep, other: StateStep): boolean {
  return one.at === other.at && one.status === other.status && one.filled === other.filled
}

const ORDERS_KEPT = 1_000
const STATES_KEPT = 64

/** Every state of the newest orders that a window saw. */
export class SeenOrders {
  readonly #seen = new Map<string, Order[]>()

  begin(orders: Iterable<Order>): void {
    for (const order of orders) this.take(order)
  }

  take(order: Order): void {
    const states = this.#seen.get(order.id)
    if (states === undefined) {
      this.#seen.set(order.id, [order])
      if (this.#seen.size > ORDERS_KEPT) this.#forget()
      return
    }
    const last = states.at(-1)
    if (last !== undefined && isEqual(last, order)) return
    if (states.push(order) > STATES_KEPT) states.splice(1, 1)
  }

  of(id: string): readonly Order[] {
    return this.#seen.get(id) ?? []
  }

  #forget(): void {
    for (const oldest of this.#seen.keys()) {
      this.#seen.delete(oldest)
      return
    }
  }
}

function isEqual(one: Order, other: Order): boolean {
  return (
    one.status === other.status &&
    one.filled === other.filled &&
    one.cancelling === other.cancelling &&
    one.updatedAt === other.updatedAt
  )
}
