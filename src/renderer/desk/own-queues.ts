import type { QueueEstimate } from '../../core/desk/queue-ahead.ts'
import { QueueAhead } from '../../core/desk/queue-ahead.ts'
import type { InstrumentId, Order, Quote } from '../../core/domain/index.ts'
import type { Replica } from '../../core/replica/index.ts'
import type { Desk } from './desk.ts'
import { deskModel } from './desk-model.ts'

/** Where the account's own working orders stand in their queues; one for all panels of a window. */
export interface OwnQueues {
  /** Undefined of an order that does not wait. */
  readonly of: (order: Pick<Order, 'id' | 'instrument'>) => QueueEstimate | undefined
}

/** It watches from its first reader on: of orders that were placed before that little is known. */
export const ownQueuesOf = deskModel((desk: Desk): OwnQueues => {
  const queues: (QueueAhead | undefined)[] = []
  // Facts come before the quotes of their frame: what an order met is the quote of the frame
  // before.
  const quotes: (Quote | undefined)[] = []
  const of = (id: InstrumentId): QueueAhead | undefined => {
    const instrument = desk.replica?.state.instruments[id]
    if (instrument === undefined) return undefined
    return (queues[id] ??= new QueueAhead(instrument))
  }
  const begin = (replica: Replica): void => {
    queues.length = 0
    quotes.length = 0
    for (const orders of replica.state.working) {
      for (const order of orders ?? []) of(order.instrument)?.order(order, undefined)
    }
  }
  if (desk.replica !== undefined) begin(desk.replica)
  desk.listen({
    onOpening: begin,
    onFact: (_, fact) => {
      if (fact.kind !== 'order') return
      of(fact.order.instrument)?.order(fact.order, quotes[fact.order.instrument])
    },
    onQuote: (quote, before) => {
      quotes[quote.instrument] = quote
      queues[quote.instrument]?.quote(quote, before)
    },
  })
  return { of: ({ id, instrument }) => queues[instrument]?.of(id) }
})
