import type { Fact, FactOf } from './facts.ts'

/** What a strategy says of one instrument on its way to a target. */
export type ThoughtFact = FactOf<'signal' | 'prediction' | 'decision' | 'attribution'>

export function isThought(fact: Fact): fact is ThoughtFact {
  const { kind } = fact
  return kind === 'signal' || kind === 'prediction' || kind === 'decision' || kind === 'attribution'
}
