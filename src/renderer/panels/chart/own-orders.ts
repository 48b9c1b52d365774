import type { QueueEstimate } from '../../../core/desk/queue-ahead.ts'
import type { CommandReply } from '../../../core/contracts/window.ts'
import type { Instrument, Order, OrderId, Ticks } from '../../../core/domain/index.ts'
import { longLots, shortLots, priceOf } from '../../../core/domain/index.ts'
import type { Desk } from '../../desk/index.ts'
import { ownQueuesOf } from '../../desk/own-queues.ts'
import { priceFormat, signedMoney } from '../../format/index.ts'
import type { Sentence, Translate } from '../../words/index.ts'
import { orderSenderOf } from '../ticket/order-sender.ts'
import type { PriceLine } from './paint/orders.ts'

/** How long an answer stands at an order. */
const SAID_FOR = 4_000

/** An order that hangs at the pointer. */
export interface Drag {
  readonly order: Order
  readonly ticks: Ticks
}

/** Own working orders of one instrument at the chart: their queues, and what was asked of them. */
export class OwnOrders {
  drag: Drag | undefined
  readonly #desk: Desk
  readonly #instrument: Instrument
  readonly #said = new Map<OrderId, { readonly words: Sentence; readonly until: number }>()
  readonly #changed: () => void
  readonly #release: () => void

  constructor(desk: Desk, instrument: Instrument, changed: () => void) {
    this.#desk = desk
    this.#instrument = instrument
    this.#changed = changed
    ownQueuesOf(desk)
    this.#release = desk.listen({ onOpening: () => void (this.drag = undefined) })
  }

  close(): void {
    this.#release()
  }

  async cancel(order: OrderId): Promise<void> {
    await this.#follow(order, orderSenderOf(this.#desk).cancel(order))
  }

  /** Once, where an order was dropped. */
  async amend({ order, ticks }: Drag): Promise<void> {
    if (ticks === order.limit) return
    await this.#follow(order.id, orderSenderOf(this.#desk).amend(order.id, ticks))
  }

  lines(orders: readonly Order[], readOnly: boolean, t: Translate): PriceLine[] {
    const { tickUnits, tickScale } = this.#instrument
    const format = priceFormat(this.#instrument)
    return orders.map((order) => {
      const ticks = this.drag?.order.id === order.id ? this.drag.ticks : order.limit
      return {
        order: order.id,
        price: (ticks * tickUnits) / tickScale,
        at: format.ticks(ticks),
        text: this.#textOf(order, ticks, t),
        token: 'mine',
        dash: this.drag?.order.id === order.id ? [] : [5, 3],
        cancels: !readOnly && !order.cancelling,
      }
    })
  }

  /** Average of each side that all owners together hold. */
  positions(t: Translate): PriceLine[] {
    const { replica } = this.#desk
    const { id, tickUnits, tickScale, tickValue } = this.#instrument
    const format = priceFormat(this.#instrument)
    const quote = this.#desk.quoteOf(id)
    const held = (replica?.state.positions ?? []).flatMap((each) => each?.[id] ?? [])
    return (['long', 'short'] as const).flatMap((side) => {
      let lots = 0
      let cost = 0
      for (const position of held) {
        lots += side === 'long' ? longLots(position) : shortLots(position)
        const today = side === 'long' ? position.longToday : position.shortToday
        const history = side === 'long' ? position.longHistory : position.shortHistory
        cost += today.cost + history.cost
      }
      if (lots === 0) return []
      const average = cost / lots
      const price = (average * tickUnits) / tickScale
      const now = quote === undefined ? NaN : (quote.last * tickScale) / tickUnits
      const profit = (side === 'long' ? now - average : average - now) * lots * tickValue
      const values = { side: t(side), lots, price: format.average(price) }
      const text = `${t('chart.position', values)} · ${signedMoney(Math.round(profit), 0)}`
      const token = side === 'long' ? 'up' : 'down'
      const look = { token, dash: [1, 2], cancels: false }
      return [{ order: '' as const, price, at: format.average(price), text, ...look }]
    })
  }

  #textOf(order: Order, ticks: Ticks, t: Translate): string {
    const said = this.#said.get(order.id)
    const lots = order.volume - order.filled
    const what = `${t(order.side)} ${lots}`
    if (this.drag?.order.id === order.id) {
      return `${what} → ${priceFormat(this.#instrument).price(priceOf(this.#instrument, ticks))}`
    }
    if (said !== undefined && performance.now() < said.until) return `${what} · ${said.words(t)}`
    if (order.cancelling) return `${what} · ${t('chart.cancelling')}`
    return `${what} · ${t('chart.queue', { ahead: queueText(ownQueuesOf(this.#desk).of(order)) })}`
  }

  async #follow(order: OrderId, asked: Promise<CommandReply> | undefined): Promise<void> {
    // It was the same press as the one before.
    if (asked === undefined) return
    this.#say(order, (t) => t('chart.sent'), 60_000)
    const reply = await asked
    this.#say(order, (t) => replyText(reply, t), SAID_FOR)
  }

  #say(order: OrderId, words: Sentence, millis: number): void {
    this.#said.set(order, { words, until: performance.now() + millis })
    if (this.#said.size > 100) this.#said.delete([...this.#said.keys()][0] as OrderId)
    this.#changed()
  }
}

export function replyText({ outcome, code }: CommandReply, t: Translate): string {
  if (outcome === 'refused' || outcome === 'expired') return t('chart.refused', { code })
  if (outcome === 'unknown') return t('chart.unknown')
  return t(outcome === 'sent' ? 'chart.sent' : 'chart.accepted')
}

/** `22±4`; `–` where nobody can say. */
export function queueText(estimate: QueueEstimate | undefined): string {
  if (estimate === undefined || Number.isNaN(estimate.ahead)) return '–'
  return `${estimate.ahead}±${estimate.band}`
}
