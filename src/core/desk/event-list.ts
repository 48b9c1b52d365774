import type {
  AckFact,
  FillFact,
  LimitsFact,
  ResetFact,
  Saying,
  SettingFact,
  SettlementFact,
  StateFact,
  TargetFact,
} from '../contracts/index.ts'
import { saysTheSame } from '../contracts/index.ts'
import type { ToldFact } from '../contracts/window-frame.ts'
import type { InstrumentId, Lots, Micros, Order } from '../domain/index.ts'

/** What an event is about at a glance. */
export const EVENT_TAGS = ['ord', 'fill', 'tgt', 'acc', 'warn', 'ok', 'halt'] as const
export type EventTag = (typeof EVENT_TAGS)[number]

/** What happened, as facts say it; each language makes its own sentence of it. */
export type EventBody =
  | { readonly kind: 'order'; readonly order: Order; readonly step: OrderStep }
  | { readonly kind: 'fill'; readonly fact: FillFact }
  | { readonly kind: 'refusal'; readonly ack: AckFact }
  | { readonly kind: 'state'; readonly fact: StateFact }
  | { readonly kind: 'target'; readonly fact: TargetFact; readonly before: Lots | undefined }
  | {
      readonly kind: 'settlement'
      readonly fact: SettlementFact
    }
  | { readonly kind: 'reset'; readonly fact: ResetFact }
  | { readonly kind: 'limits'; readonly fact: LimitsFact }
  | { readonly kind: 'setting'; readonly fact: SettingFact }
  | {
      readonly kind: 'said'
      readonly source: string
      readonly ok: boolean
      readonly saying: Saying
      readonly times: number
    }

/** `part` and `filled` are told by their fills. */
export type OrderStep = 'new' | 'working' | 'unknown' | 'cancelling' | 'cancelled' | 'rejected'

export interface DeskEvent {
  /** Counts them. */
  readonly number: number
  readonly at: Micros
  readonly tag: EventTag
  readonly instrument: InstrumentId | undefined
  readonly body: EventBody
}

export const EVENTS_KEPT = 2_000

/** What happened, newest first. */
export class EventList {
  /** Oldest first. */
  #events: DeskEvent[] = []
  #rows: readonly DeskEvent[] | undefined
  #count = 0
  readonly #orders = new Map<string, Order>()
  readonly #targets = new Map<string, Lots>()
  readonly #refusals = new Map<string, string>()
  readonly #settings = new Map<string, Micros>()

  /** The same array as long as nothing happened. */
  get rows(): readonly DeskEvent[] {
    this.#rows ??= this.#events.toReversed()
    return this.#rows
  }

  /** How many there were. */
  get count(): number {
    return this.#count
  }

  /** @param bodies of what happened before, in any order. */
  begin(bodies: readonly (readonly [Micros, EventBody])[]): void {
    this.#events = []
    this.#rows = undefined
    this.#orders.clear()
    this.#targets.clear()
    this.#refusals.clear()
    for (const [at, body] of bodies.toSorted(([one], [other]) => one - other)) this.add(at, body)
  }

  add(at: Micros, body: EventBody): void {
    if (body.kind === 'order') this.#orders.set(body.order.id, body.order)
    else if (body.kind === 'target') this.#targets.set(targetKey(body.fact), body.fact.target)
    this.#rows = undefined
    const newest = this.#events.at(-1)
    if (body.kind === 'said' && newest?.body.kind === 'said' && isAgain(newest.body, body)) {
      const times = newest.body.times + body.times
      this.#events[this.#events.length - 1] = { ...newest, at, body: { ...body, times } }
      return
    }
    const event = { number: ++this.#count, at, tag: tagOf(body), body }
    this.#events.push({ ...event, instrument: instrumentOf(body) })
    if (this.#events.length > EVENTS_KEPT + 200) this.#events.splice(0, 200)
  }

  /** Facts that tell of nothing new are passed over. */
  take(source: string, fact: ToldFact): void {
    switch (fact.kind) {
      case 'order':
        return this.#order(fact.order)
      case 'fill':
        return this.add(fact.fill.at, { kind: 'fill', fact })
      case 'ack':
        return this.#ack(fact)
      case 'state':
        return this.add(fact.at, { kind: 'state', fact })
      case 'target': {
        const before = this.#targets.get(targetKey(fact))
        if (Object.is(before, fact.target)) return
        return this.add(fact.at, { kind: 'target', fact, before })
      }
      case 'settlement':
        this.#orders.clear()
        return this.add(fact.at, { kind: 'settlement', fact })
      case 'reset':
        return this.add(fact.at, { kind: 'reset', fact })
      case 'limits':
        return this.add(fact.at, { kind: 'limits', fact })
      case 'setting':
        // A snapshot tells the same change again.
        if (fact.change === undefined || this.#settings.get(source) === fact.at) return
        this.#settings.set(source, fact.at)
        return this.add(fact.at, { kind: 'setting', fact })
      case 'health': {
        const { at, ok, saying } = fact
        return this.add(at, { kind: 'said', source, ok, saying, times: 1 })
      }
      default:
        return
    }
  }

  #order(order: Order): void {
    const step = stepOf(this.#orders.get(order.id), order)
    this.#orders.set(order.id, order)
    if (step !== undefined) this.add(order.updatedAt, { kind: 'order', order, step })
  }

  /** A sender that is refused for the same reason again and again is told of once. */
  #ack(ack: AckFact): void {
    const words = ack.outcome === 'accepted' ? '' : `${ack.code} ${ack.message}`
    if ((this.#refusals.get(ack.sender) ?? '') === words) return
    this.#refusals.set(ack.sender, words)
    if (words !== '') this.add(ack.at, { kind: 'refusal', ack })
  }
}

/** What is new about an order; undefined where that is nothing a person is to be told of. */
export function stepOf(before: Order | undefined, now: Order): OrderStep | undefined {
  if (now.status === 'rejected' || now.status === 'cancelled') {
    return before?.status === now.status ? undefined : now.status
  }
  if (now.status === 'filled') return undefined
  if (before === undefined && now.status === 'pending') return 'new'
  if (now.cancelling && before?.cancelling !== true) return 'cancelling'
  if (before?.status === now.status || now.status === 'pending') return undefined
  return now.status
}

function tagOf(body: EventBody): EventTag {
  switch (body.kind) {
    case 'order':
      return body.step === 'rejected' || body.step === 'unknown' ? 'warn' : 'ord'
    case 'fill':
      return 'fill'
    case 'refusal':
      return 'warn'
    case 'state':
      if (body.fact.state === 'active') return 'ok'
      return body.fact.state === 'reducing' ? 'warn' : 'halt'
    case 'target':
      return 'tgt'
    case 'settlement':
    case 'reset':
    case 'limits':
    case 'setting':
      return 'acc'
    case 'said':
      return body.ok ? 'ok' : 'warn'
  }
}

function instrumentOf(body: EventBody): InstrumentId | undefined {
  switch (body.kind) {
    case 'order':
      return body.order.instrument
    case 'fill':
      return body.fact.fill.instrument
    case 'target':
      return body.fact.instrument
    default:
      return undefined
  }
}

type Said = Extract<EventBody, { kind: 'said' }>

function isAgain(one: Said, other: Said): boolean {
  const alike = one.source === other.source && one.ok === other.ok
  return alike && saysTheSame(one.saying, other.saying)
}

function targetKey({ owner, instrument }: TargetFact): string {
  return `${owner} ${instrument}`
}
