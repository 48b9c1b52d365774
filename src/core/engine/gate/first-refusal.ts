import type { Failure } from '../../contracts/index.ts'
import { explained } from '../../contracts/index.ts'
import type { GateRequest, GateView } from './request.ts'
import type { Rule } from './rules/index.ts'

export interface NamedRule {
  readonly name: string
  readonly rule: Rule
}

/** What the first rule that has anything against an order says, in the order of the rules. */
export function firstRefusal(
  rules: readonly NamedRule[],
  request: GateRequest,
  view: GateView,
): Failure | undefined {
  for (const rule of rules) {
    const refusal = refusalOf(rule, request, view)
    if (refusal !== undefined) return refusal
  }
  return undefined
}

/** A rule that throws refuses: the gate fails closed. */
export function refusalOf(
  { name, rule }: NamedRule,
  request: GateRequest,
  view: GateView,
): Failure | undefined {
  try {
    return rule(request, view)
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    return explained('risk.rule-missing/failed', { rule: name, words })
  }
}
