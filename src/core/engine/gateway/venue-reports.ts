import type { NumberedReport, Saying } from '../../contracts/index.ts'
import { saying } from '../../contracts/index.ts'
import type { Fill, Lots, Micros, Order, OrderId, OrderStatus } from '../../domain/index.ts'
import { canApply, isFinal, never } from '../../domain/index.ts'
import { positionOf, unsettled } from '../../state/index.ts'
import type { Desk } from './desk.ts'
import { resetOf, restoreRecords } from './restore.ts'

/** What a report did, for the planner and the amends that wait on it. */
export interface Reported {
  readonly order: Order | undefined
  /** Why the venue's books cannot be these: an order or lots that this gateway never had. */
  readonly wrong: Saying | undefined
  readonly settled: boolean
}

const NOTHING_REPORTED: Reported = { order: undefined, wrong: undefined, settled: false }

/** Books the next numbered report of the venue. The caller has made sure that it is the next. */
export function bookReport(desk: Desk, report: NumberedReport, now: Micros): Reported {
  switch (report.kind) {
    case 'accepted':
      return accepted(desk, report, now)
    case 'rejected':
      return ended(desk, report, 'rejected', `${report.code}: ${report.message}`, now)
    case 'cancelled':
      return ended(desk, report, 'cancelled', report.code, now)
    case 'filled':
      return filled(desk, report, now)
    case 'settled': {
      const { at, tradingDay, nextTradingDay, prices, expired, seq } = report
      const wrong = unsettled(desk.state, prices)
      if (wrong !== undefined) {
        pass(desk, seq)
        return { ...NOTHING_REPORTED, wrong }
      }
      const fact = { at, tradingDay, nextTradingDay, prices, expired, venueSeq: seq }
      desk.record({ kind: 'settlement', ...fact })
      desk.publishBooks(undefined, now)
      return { ...NOTHING_REPORTED, settled: true }
    }
    case 'reset':
      return begunAnew(desk, report, now)
    default:
      return never(report)
  }
}

/** Nothing works and nothing is held on either side: all that is left is the cash. */
function begunAnew(
  desk: Desk,
  report: Extract<NumberedReport, { kind: 'reset' }>,
  now: Micros,
): Reported {
  const { at, command, person, cash, seq } = report
  if (desk.state.exposures.some((held) => held && (held.long > 0 || held.short > 0))) {
    pass(desk, seq)
    return {
      ...NOTHING_REPORTED,
      wrong: saying('state.foreign-reset'),
    }
  }
  const record = { kind: 'reset', at, command, person, cash, venueSeq: seq } as const
  desk.keep(record)
  const fact = resetOf(desk.state, record)
  restoreRecords(desk.state, [record])
  desk.publish(fact)
  desk.publishBooks(undefined, now)
  return { ...NOTHING_REPORTED, settled: true }
}

/** The order that a report without a fill is about; its number is kept, whatever comes of it. */
function named(
  desk: Desk,
  { order, seq }: { readonly order: OrderId; readonly seq: number },
): Order | undefined {
  pass(desk, seq)
  return desk.state.orders.get(order)
}

/** Counts a report as seen where nothing that is booked does. */
function pass(desk: Desk, seq: number): void {
  desk.state.venueSeq = seq
  desk.keep({ kind: 'venue-seq', seq })
}

function accepted(
  desk: Desk,
  report: Extract<NumberedReport, { kind: 'accepted' }>,
  now: Micros,
): Reported {
  const order = named(desk, report)
  if (order === undefined) return foreign(report.order)
  if (isFinal(order.status)) return about(order)
  const reason = order.status === 'working' ? order.reason : ''
  return about(desk.become(order, 'working', order.filled, order.cancelling, reason, now))
}

function ended(
  desk: Desk,
  report: Extract<NumberedReport, { kind: 'rejected' | 'cancelled' }>,
  status: OrderStatus,
  reason: string,
  now: Micros,
): Reported {
  const order = named(desk, report)
  if (order === undefined) return foreign(report.order)
  if (isFinal(order.status)) return about(order)
  return about(desk.become(order, status, order.filled, false, reason, now))
}

function filled(
  desk: Desk,
  report: Extract<NumberedReport, { kind: 'filled' }>,
  now: Micros,
): Reported {
  const { fill, fee, closedToday, seq } = report
  const order = desk.state.orders.get(fill.order)
  if (order === undefined) {
    pass(desk, seq)
    return foreign(fill.order)
  }
  const known: Fill = { ...fill, owner: order.owner, offset: order.offset }
  const held = positionOf(desk.state, known.owner, known.instrument)
  if (!canApply(held, known)) {
    pass(desk, seq)
    const wrong = saying('state.foreign-lots', { fill: fill.id, order: order.id })
    return { order: undefined, wrong, settled: false }
  }
  desk.record({ kind: 'fill', fill: known, fee, closedToday, venueSeq: seq })
  const total = (order.filled + fill.volume) as Lots
  const over = isFinal(order.status)
  const status = total >= order.volume ? 'filled' : over ? order.status : 'working'
  const cancelling = status === 'filled' ? false : order.cancelling
  const after = desk.become(order, status, total, cancelling, over ? order.reason : '', now)
  desk.publishBooks(after, now)
  return about(after)
}

function about(order: Order): Reported {
  return { order, wrong: undefined, settled: false }
}

function foreign(order: OrderId): Reported {
  const wrong = saying('state.foreign-order', { order })
  return { order: undefined, wrong, settled: false }
}
