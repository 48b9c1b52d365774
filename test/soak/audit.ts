import type { Owner } from '../../src/core/contracts/index.ts'
import { sayingText } from '../../src/core/contracts/index.ts'
import type { Fen, Instrument, Order, OrderId, TradingDay } from '../../src/core/domain/index.ts'
import { isFinal } from '../../src/core/domain/index.ts'
import { reconcile } from '../../src/core/engine/gateway/reconciliation.ts'
import { restoreRecords } from '../../src/core/engine/gateway/restore.ts'
import type { ExchangeRecord } from '../../src/core/exchange/index.ts'
import { OrderRegistry } from '../../src/core/exchange/order-registry.ts'
import type { GatewayRecord } from '../../src/core/journal/index.ts'
import type { State } from '../../src/core/state/index.ts'
import { apply, createState } from '../../src/core/state/index.ts'
import { Reach } from './reach.ts'

/** Both sides of an account, as their journals tell it. */
export interface Sides {
  readonly gateway: readonly GatewayRecord[]
  readonly exchange: readonly ExchangeRecord[]
  readonly instruments: readonly Instrument[]
  readonly owners: readonly Owner[]
}

export interface Audit {
  readonly orders: number
  readonly fills: number
  /** Orders that never reached the exchange, or were refused by it. */
  readonly unsent: number
  readonly rejected: number
  /** Orders, intents or fills that are there twice. */
  readonly duplicates: readonly string[]
  /** Orders and fills that one side has and the other does not. */
  readonly forgotten: readonly string[]
  /** Working + filled beyond a target. */
  readonly exceeded: readonly string[]
  /** What differs in the end: day, cash, positions, orders at work. */
  readonly differences: readonly string[]
  /** `order/fill` of every fill, to compare with others. */
  readonly fillKeys: readonly string[]
}

/** Holds both journals against each other. */
export function audit(sides: Sides): Audit {
  const { state, reach, orders, gatewayFills, doubled } = readGateway(sides)
  const registry = readExchange(sides)
  const duplicates = [...doubled]
  const forgotten: string[] = []

  const accepted = new Map<OrderId, number>()
  const exchangeFills = new Map<string, string>()
  let rejected = 0
  for (const report of registry.reports) {
    if (report.kind === 'rejected') rejected++
    if (report.kind === 'accepted') {
      accepted.set(report.order, (accepted.get(report.order) ?? 0) + 1)
    }
    if (report.kind !== 'filled') continue
    const { fill, fee } = report
    if (exchangeFills.has(fill.id)) duplicates.push(`exchange: fill ${fill.id}`)
    exchangeFills.set(fill.id, fillText(fill.order, fill.price, fill.volume, fee))
  }
  for (const [id, times] of accepted) {
    if (times > 1) duplicates.push(`exchange: order ${id} was accepted ${times} times`)
  }
  for (const record of sides.exchange) {
    if (record.kind !== 'submitted') continue
    const ours = orders.get(record.order.id)
    if (ours === undefined) forgotten.push(`gateway: order ${record.order.id}`)
    else if (termsOf(ours) !== termsOf(record.order)) {
      forgotten.push(`gateway: order ${record.order.id} with these terms`)
    }
  }
  for (const [id, text] of exchangeFills) {
    if (gatewayFills.get(id) !== text) forgotten.push(`gateway: fill ${id}`)
  }
  for (const id of gatewayFills.keys()) {
    if (!exchangeFills.has(id)) forgotten.push(`exchange: fill ${id}`)
  }
  let unsent = 0
  for (const order of orders.values()) {
    const theirs = registry.order(order.id)
    if (theirs === undefined) {
      unsent++
      if (!isFinal(order.status)) forgotten.push(`exchange: order ${order.id} (${order.status})`)
    } else if (theirs.filled !== order.filled || theirs.status !== order.status) {
      const words = `${order.status} ${order.filled} here, ${theirs.status} ${theirs.filled} there`
      forgotten.push(`order ${order.id} is ${words}`)
    }
  }
  const at = state.trading.at
  const differences = reconcile(state, registry.ledgerAt(at)).map(sayingText)
  return {
    orders: orders.size,
    fills: gatewayFills.size,
    unsent,
    rejected,
    duplicates,
    forgotten,
    exceeded: reach.broken,
    differences,
    fillKeys: sides.gateway.flatMap((record) =>
      record.kind === 'fill' ? `${record.fill.order}/${record.fill.id}` : [],
    ),
  }
}

function readGateway({ gateway, instruments, owners }: Sides) {
  const state: State = createState()
  apply(state, { kind: 'directory', instruments, owners })
  const reach = new Reach()
  const orders = new Map<OrderId, Order>()
  const intents = new Map<string, OrderId>()
  const gatewayFills = new Map<string, string>()
  const doubled: string[] = []
  for (const record of gateway) {
    if (record.kind === 'order') {
      const { order } = record
      const owner = intents.get(order.intent) ?? order.id
      if (owner !== order.id) doubled.push(`gateway: intent ${order.intent} made ${owner} too`)
      intents.set(order.intent, order.id)
      if (!orders.has(order.id) && order.status !== 'pending') {
        doubled.push(`gateway: order ${order.id} begins ${order.status}, its record came late`)
      }
      orders.set(order.id, order)
    } else if (record.kind === 'fill') {
      const { fill, fee } = record
      if (gatewayFills.has(fill.id)) doubled.push(`gateway: fill ${fill.id}`)
      gatewayFills.set(fill.id, fillText(fill.order, fill.price, fill.volume, fee))
    }
    restoreRecords(state, [record])
    reach.after(record, state)
  }
  return { state, reach, orders, gatewayFills, doubled }
}

function readExchange({ exchange, instruments }: Sides): OrderRegistry {
  const byId: Instrument[] = []
  for (const instrument of instruments) byId[instrument.id] = instrument
  const registry = new OrderRegistry(byId, 0 as TradingDay, 0 as Fen)
  for (const record of exchange) registry.apply(record)
  registry.mend()
  return registry
}

function fillText(order: OrderId, price: number, volume: number, fee: number): string {
  return `${order} ${volume} at ${price} for ${fee}`
}

/** What an order asks for; owners are the gateway's affair, and travel all the same. */
function termsOf(
  order: Pick<Order, 'intent' | 'owner' | 'instrument' | 'side' | 'offset'> &
    Pick<Order, 'kind' | 'limit' | 'volume' | 'createdAt'>,
): string {
  const { intent, owner, instrument, side, offset, kind, limit, volume, createdAt } = order
  return [intent, owner, instrument, side, offset, kind, limit, volume, createdAt].join(' ')
}
