import { EventList } from '../../../core/desk/event-list.ts'
import { eventsSoFar } from '../../../core/desk/events-so-far.ts'
import { FillProfits } from '../../../core/desk/fill-profits.ts'
import { SeenOrders } from '../../../core/desk/order-life.ts'
import { OrderList } from '../../../core/desk/order-list.ts'
import { PositionList } from '../../../core/desk/position-list.ts'
import { FirstInterests } from '../../../core/desk/quote-figures.ts'
import { RefusalList } from '../../../core/desk/refusal-list.ts'
import { WatchList } from '../../../core/desk/watch-list.ts'
import { FILLS_KEPT } from '../../../core/replica/index.ts'
import type { Desk } from '../../desk/index.ts'
import { deskModel } from '../../desk/index.ts'
import { FillList } from './fill-list.ts'

/** Orders of the day, and every state of them that this window saw. */
export const ordersOf = deskModel((desk: Desk) => {
  const model = { list: new OrderList(), seen: new SeenOrders() }
  const begin = (): void => {
    const orders = desk.replica?.state.orders.values() ?? []
    model.list.begin(orders)
    model.seen.begin(desk.replica?.state.orders.values() ?? [])
  }
  begin()
  desk.listen({
    onOpening: begin,
    onFact: (_, fact) => {
      if (fact.kind === 'settlement') model.list.endDay()
      if (fact.kind !== 'order') return
      model.list.take(fact.order)
      model.seen.take(fact.order)
    },
  })
  return model
})

/** Fills, newest first, with what they took and how long they took. */
export const fillsOf = deskModel((desk: Desk) => {
  const model = { list: new FillList(), profits: new FillProfits() }
  const begin = (): void => {
    const { replica } = desk
    if (replica === undefined) return
    model.list.begin(replica.fills, replica.state.orders)
    model.profits.begin(replica.state, replica.fills, replica.fills.length < FILLS_KEPT)
  }
  begin()
  desk.listen({
    onOpening: begin,
    onFact: (_, fact) => {
      const { replica } = desk
      if (replica === undefined) return
      model.profits.take(fact, replica.state)
      if (fact.kind === 'fill') model.list.take(fact, replica.state.orders)
    },
  })
  return model
})

/** What the gate or the venue turned down. */
export const refusalsOf = deskModel((desk: Desk) => {
  const model = new RefusalList()
  const begin = (): void => {
    const { replica } = desk
    if (replica !== undefined) model.begin(replica.acks, replica.state.orders.values())
  }
  begin()
  desk.listen({
    onOpening: begin,
    onFact: (_, fact) => {
      if (fact.kind === 'ack') model.takeAck(fact)
      else if (fact.kind === 'order') model.takeOrder(fact.order)
    },
  })
  return model
})

/** What happened. */
export const eventsOf = deskModel((desk: Desk) => {
  const model = new EventList()
  const begin = (): void => {
    if (desk.replica !== undefined) model.begin(eventsSoFar(desk.replica))
  }
  begin()
  desk.listen({ onOpening: begin, onFact: (source, fact) => model.take(source, fact) })
  return model
})

/** Instruments and their newest quotes. */
export const watchListOf = deskModel((desk: Desk) => {
  const model = new WatchList()
  const begin = (): void => {
    model.clear()
    model.direct(desk.replica?.state.instruments ?? [])
    for (const quote of desk.replica?.state.quotes ?? []) if (quote !== undefined) model.take(quote)
  }
  begin()
  desk.listen({
    onOpening: begin,
    onQuote: (quote) => model.take(quote),
    onFact: (_, fact) => {
      if (fact.kind === 'directory') model.direct(desk.replica?.state.instruments ?? [])
    },
  })
  return model
})

/** Open interest as each day was seen first. */
export const interestsOf = deskModel((desk: Desk) => {
  const model = new FirstInterests()
  for (const quote of desk.replica?.state.quotes ?? []) if (quote !== undefined) model.take(quote)
  desk.listen({ onOpening: () => model.clear(), onQuote: (quote) => model.take(quote) })
  return model
})

export const positionsOf = deskModel(() => new PositionList())
