import type { LogLine } from '../contracts/window-frame.ts'
import type { IntentId, Micros, Order } from '../domain/index.ts'
import { never } from '../domain/index.ts'
import type { Replica } from '../replica/index.ts'
import type { EventBody, OrderStep } from './event-list.ts'

type Stamped = readonly [Micros, EventBody]

interface Known {
  readonly orders: ReadonlyMap<string, Order>
  /** The commands. */
  readonly refused: ReadonlySet<IntentId>
}

/** What a window that opens can tell of before: fills, orders, refusals, targets, and the log. */
export function eventsSoFar({ state, fills, acks, log }: Replica): readonly Stamped[] {
  const refused = acks.filter(({ outcome }) => outcome !== 'accepted')
  const known = { orders: state.orders, refused: new Set(refused.map(({ command }) => command)) }
  return [
    ...fills.map((fact): Stamped => [fact.fill.at, { kind: 'fill', fact }]),
    ...refused.map((ack): Stamped => [ack.at, { kind: 'refusal', ack }]),
    ...[...state.orders.values()].flatMap((order): readonly Stamped[] => {
      const first: Stamped = [order.createdAt, { kind: 'order', order, step: 'new' }]
      const step = endOf(order.status)
      return step === undefined
        ? [first]
        : [first, [order.updatedAt, { kind: 'order', order, step }]]
    }),
    ...state.targets
      .flat()
      .map((fact): Stamped => [fact.at, { kind: 'target', fact, before: undefined }]),
    ...log.lines.flatMap((line) => ofLine(line, known)),
  ]
}

function endOf(status: string): OrderStep | undefined {
  if (status === 'cancelled' || status === 'rejected' || status === 'unknown') return status
  return undefined
}

/** What a line tells that the orders and the refusals that are known do not. */
function ofLine({ source, fact, times }: LogLine, known: Known): readonly Stamped[] {
  switch (fact.kind) {
    case 'health': {
      const { at, ok, saying } = fact
      return [[at, { kind: 'said', source, ok, saying, times }]]
    }
    case 'state':
      return [[fact.at, { kind: 'state', fact }]]
    case 'settlement':
      return [[fact.at, { kind: 'settlement', fact }]]
    case 'reset':
      return [[fact.at, { kind: 'reset', fact }]]
    case 'ack':
      if (known.refused.has(fact.command)) return []
      return [[fact.at, { kind: 'refusal', ack: fact }]]
    case 'order': {
      const { order } = fact
      if (known.orders.has(order.id)) return []
      return [[order.updatedAt, { kind: 'order', order, step: 'rejected' }]]
    }
    default:
      return never(fact)
  }
}
