import type { AckFact, ErrorCode } from '../contracts/index.ts'
import { ERROR_CODES } from '../contracts/index.ts'
import type { InstrumentId, Micros, Order, SenderId } from '../domain/index.ts'

/** Something that was not done. */
export interface Refusal {
  /** Counts them. */
  readonly number: number
  readonly at: Micros
  readonly outcome: 'refused' | 'expired' | 'rejected'
  /** Kind of the command; `Order` for one that the venue turned down. */
  readonly what: AckFact['commandKind'] | 'Order'
  /** Id of the command or of the order. */
  readonly id: string
  /** Who wanted it; empty of an order: its owner says it. */
  readonly sender: SenderId | ''
  readonly order: Order | undefined
  readonly instrument: InstrumentId | undefined
  readonly code: ErrorCode | ''
  readonly message: string
  /** How often in a row. */
  readonly times: number
}

const KEPT = 1_000

/** What was refused, newest first; the same again right away counts up. */
export class RefusalList {
  #refusals: readonly Refusal[] = []
  #count = 0
  readonly #orders = new Set<string>()

  get rows(): readonly Refusal[] {
    return this.#refusals
  }

  begin(acks: readonly AckFact[], orders: Iterable<Order>): void {
    this.#refusals = []
    this.#orders.clear()
    const rejected = [...orders].filter(({ status }) => status === 'rejected')
    const all = [
      ...acks.map((ack) => ({ at: ack.at, ack })),
      ...rejected.map((order) => ({ at: order.updatedAt, order })),
    ].sort((one, other) => one.at - other.at)
    for (const each of all) {
      if ('ack' in each) this.takeAck(each.ack)
      else this.takeOrder(each.order)
    }
  }

  takeAck({ at, command, commandKind, sender, outcome, code, message }: AckFact): void {
    if (outcome === 'accepted') return
    const about = { order: undefined, instrument: undefined }
    this.#add({ at, outcome, what: commandKind, id: command, sender, code, message, ...about })
  }

  takeOrder(order: Order): void {
    const { id, status, instrument, updatedAt: at } = order
    if (status !== 'rejected' || this.#orders.has(id)) return
    this.#orders.add(id)
    const { code, words: message } = reasonOf(order.reason)
    const about = { order, instrument, sender: '' as const }
    this.#add({ at, outcome: 'rejected', what: 'Order', id, code, message, ...about })
  }

  #add(refusal: Omit<Refusal, 'number' | 'times'>): void {
    const newest = this.#refusals[0]
    const isSame =
      newest !== undefined &&
      newest.code === refusal.code &&
      newest.sender === refusal.sender &&
      newest.what === refusal.what &&
      newest.message === refusal.message
    const times = isSame ? newest.times + 1 : 1
    const rest = isSame ? this.#refusals.slice(1) : this.#refusals
    const number = isSame ? newest.number : ++this.#count
    this.#refusals = [{ ...refusal, number, times }, ...rest].slice(0, KEPT)
  }
}

/** An order's reason: a stable code, then words. */
export interface Reason {
  readonly code: ErrorCode | ''
  readonly words: string
}

const CODES: ReadonlySet<string> = new Set(ERROR_CODES)

/** `venue.funds: 100 CNY are missing` → code and words; a code alone has no words. */
export function reasonOf(text: string): Reason {
  const end = text.indexOf(': ')
  const code = end < 0 ? text : text.slice(0, end)
  if (!CODES.has(code)) return { code: '', words: text }
  return { code: code as ErrorCode, words: end < 0 ? '' : text.slice(end + 2) }
}
