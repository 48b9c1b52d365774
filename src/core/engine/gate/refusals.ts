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
