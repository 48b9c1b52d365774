import type { Failure } from '../../contracts/index.ts'
import type { Micros } from '../../domain/index.ts'
import { firstRefusal, refusalOf } from './first-refusal.ts'
import type { GateView, Ticket } from './request.ts'
import { gateRequest, unknownInstrument } from './request.ts'
import type { RuleName } from './rules/index.ts'
import { RULES } from './rules/index.ts'

const named = (name: RuleName) => ({ name, rule: RULES[name] })
const ALL = (Object.keys(RULES) as RuleName[]).map(named)
const OF_PRICE = (['priceOnTick', 'insidePriceLimits', 'collar'] as const).map(named)

/**
 * Everything that the gate has against an order, for a person who is about to send it: the first
 * one is what the gate would answer. Nothing is approved by it.
 */
export function refusalsOf(ticket: Ticket, view: GateView, now: Micros): readonly Failure[] {
  const request = gateRequest(ticket, view.state, now)
  if (request === undefined) return [unknownInstrument(ticket)]
  return ALL.flatMap((rule) => refusalOf(rule, request, view) ?? [])
}

/** What the gate has against the price of an order that is to take the place of a working one. */
export function priceRefusal(ticket: Ticket, view: GateView, now: Micros): Failure | undefined {
  const request = gateRequest(ticket, view.state, now)
  if (request === undefined) return unknownInstrument(ticket)
  return firstRefusal(OF_PRICE, request, view)
}
