import type { NumberedReport } from '../../contracts/index.ts'
import type { Fill, Lots, Micros, Order, OrderId } from '../../domain/index.ts'
import { isFinal, never } from '../../domain/index.ts'
import type { Desk } from './desk.ts'

/** What a report did, for the planner and the amends that wait on it. */
export interface Reported {
  readonly order: Order | undefined
  /** The venue named an order that this gateway never sent. */
  readonly foreign: OrderId | undefined
  readonly settled: boolean
}

const NOTHING_REPORTED: Reported = { order: undefined, foreign: undefined, settled: false }

/** Books the next numbered report of the venue. The caller has made sure that it is the next. */
export function bookReport(desk: Desk, report: NumberedReport, now: Micros): Reported {
  switch (report.kind) {
    case 'accepted':
      return changed(desk, report, now, (order) =>
        order.status === 'working' ? {} : { status: 'working', reason: '' },
      )
    case 'rejected':
      return changed(desk, report, now, () => ({
        status: 'rejected',
        cancelling: false,
        reason: `${report.code}: ${report.message}`,
      }))
    case 'cancelled':
      return changed(desk, report, now, () => ({
        status: 'cancelled',
        cancelling: false,
        reason: report.code,
      }))
    case 'filled':
      return filled(desk, report, now)
    case 'settled': {
      const { at, tradingDay, nextTradingDay, prices, expired, seq } = report
      const fact = { at, tradingDay, nextTradingDay, prices, expired, venueSeq: seq }
      desk.record({ kind: 'settlement', ...fact })
      desk.publishBooks(undefined, now)
      return { ...NOTHING_REPORTED, settled: true }
    }
    default:
      return never(report)
  }
}

function changed(
  desk: Desk,
  report: { readonly order: OrderId; readonly seq: number },
  now: Micros,
  changes: (order: Order) => Partial<Order>,
): Reported {
  desk.state.venueSeq = report.seq
  desk.keep({ kind: 'venue-seq', seq: report.seq })
  const order = desk.state.orders.get(report.order)
  if (order === undefined) return { ...NOTHING_REPORTED, foreign: report.order }
  if (isFinal(order.status)) return { ...NOTHING_REPORTED, order }
  return { ...NOTHING_REPORTED, order: desk.change(order, { ...changes(order), updatedAt: now }) }
}

function filled(
  desk: Desk,
  report: Extract<NumberedReport, { kind: 'filled' }>,
  now: Micros,
): Reported {
  const { fill, fee, closedToday, seq } = report
  const order = desk.state.orders.get(fill.order)
  if (order === undefined) {
    desk.state.venueSeq = seq
    desk.keep({ kind: 'venue-seq', seq })
    return { ...NOTHING_REPORTED, foreign: fill.order }
  }
  const known: Fill = { ...fill, owner: order.owner, offset: order.offset }
  desk.record({ kind: 'fill', fill: known, fee, closedToday, venueSeq: seq })
  const total = (order.filled + fill.volume) as Lots
  const over = isFinal(order.status)
  const status = total >= order.volume ? 'filled' : over ? order.status : 'working'
  const after = desk.change(order, {
    filled: total,
    status,
    reason: over ? order.reason : '',
    cancelling: status === 'filled' ? false : order.cancelling,
    updatedAt: now,
  })
  desk.publishBooks(after, now)
  return { ...NOTHING_REPORTED, order: after }
}
