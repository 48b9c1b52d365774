import type { FillFact, OrderFact, TargetFact } from '../index.ts'
import { WORKING_STYLES } from '../index.ts'
import type { Fill, Order, OrderTerms } from '../../domain/index.ts'
import { OFFSETS, ORDER_KINDS, ORDER_STATUSES, SIDES } from '../../domain/index.ts'
import { body } from './body.ts'
import { choice, flag, natural, text, ticks, whole } from './scalar.ts'
import type { Layout } from './tuple.ts'
import { tuple } from './tuple.ts'

const TERMS: Layout<OrderTerms> = {
  id: text(),
  intent: text(),
  owner: natural(),
  instrument: natural(),
  side: choice(SIDES),
  offset: choice(OFFSETS),
  kind: choice(ORDER_KINDS),
  limit: ticks(),
  volume: whole(),
  createdAt: whole(),
}

export const orderTermsWire = tuple<OrderTerms>(TERMS)

const orderWire = tuple<Order>({
  ...TERMS,
  status: choice(ORDER_STATUSES),
  filled: whole(),
  cancelling: flag(),
  reason: text(),
  updatedAt: whole(),
})

export const fillWire = tuple<Fill>({
  id: text(),
  order: text(),
  owner: natural(),
  instrument: natural(),
  side: choice(SIDES),
  offset: choice(OFFSETS),
  price: whole(),
  volume: whole(),
  at: whole(),
})

export const orderBody = body<OrderFact>('order', 5, { order: orderWire })

export const fillBody = body<FillFact>('fill', 6, {
  fill: fillWire,
  fee: whole(),
  closedToday: whole(),
  venueSeq: natural(),
})

export const targetBody = body<TargetFact>('target', 13, {
  at: whole(),
  intent: text(),
  sender: text(),
  owner: natural(),
  instrument: natural(),
  target: ticks(),
  style: choice(WORKING_STYLES),
})
