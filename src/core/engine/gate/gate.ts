import type { Failure } from '../../contracts/index.ts'
import { explained } from '../../contracts/index.ts'
import type { Micros, Result } from '../../domain/index.ts'
import { failed, ok } from '../../domain/index.ts'
import type { ApprovedOrder } from './approved-order.ts'
import { mint } from './approved-order.ts'
import type { NamedRule } from './first-refusal.ts'
import { firstRefusal } from './first-refusal.ts'
import type { GateView, Ticket } from './request.ts'
import { gateRequest, unknownInstrument } from './request.ts'
import type { Rule } from './rules/index.ts'
import { RULES } from './rules/index.ts'

type Review = (ticket: Ticket, view: GateView, now: Micros) => Result<ApprovedOrder, Failure>

/**
 * Builds the one gate that every order passes. It fails closed: an unknown instrument, a rule
 * that is missing, and a rule that throws all refuse.
 *
 * @param rules for tests; anything but a full set refuses every order.
 */
export function createGate(rules: Partial<Record<keyof typeof RULES, Rule>> = RULES): Review {
  const names = Object.keys(RULES) as (keyof typeof RULES)[]
  const missing = names.filter((name) => typeof rules[name] !== 'function')
  const ordered = names.flatMap((name): readonly NamedRule[] => {
    const rule = rules[name]
    return rule === undefined ? [] : [{ name, rule }]
  })

  return function review(ticket, view, now) {
    if (missing.length > 0) {
      return failed(explained('risk.rule-missing/load', { rules: missing.join(', ') }))
    }
    const request = gateRequest(ticket, view.state, now)
    if (request === undefined) return failed(unknownInstrument(ticket))
    const refusal = firstRefusal(ordered, request, view)
    return refusal === undefined ? ok(mint(ticket)) : failed(refusal)
  }
}
