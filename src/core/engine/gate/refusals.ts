import type { Failure } from '../../contracts/index.ts'
import type { Micros } from '../../domain/index.ts'
import type { GateView, Ticket } from './request.ts'
import { gateRequest, unknownInstrument } from './request.ts'
import { RULES } from './rules/index.ts'

/**
 * Everything that the gate has against an order, for a person who is about to send it: the first
 * one is what the gate would answer. Nothing is approved by it.
 */
export function refusalsOf(ticket: Ticket, view: GateView, now: Micros): readonly Failure[] {
  const request = gateRequest(ticket, view.state, now)
  if (request === undefined) return [unknownInstrument(ticket)]
  return Object.values(RULES).flatMap((rule) => rule(request, view) ?? [])
}

const PRICE_RULES = [RULES.priceOnTick, RULES.insidePriceLimits, RULES.collar]

/** What the gate has against the price of an order that is to take the place of a working one. */
export function priceRefusal(ticket: Ticket, view: GateView, now: Micros): Failure | undefined {
  const request = gateRequest(ticket, view.state, now)
  if (request === undefined) return unknownInstrument(ticket)
  for (const rule of PRICE_RULES) {
    const refusal = rule(request, view)
    if (refusal !== undefined) return refusal
  }
  return undefined
}
