import type { SnapshotFact } from '../../../core/contracts/index.ts'
import type { Micros, Quote } from '../../../core/domain/index.ts'
import type { MarketOpening } from '../../../core/ports/index.ts'

/**
 * What an exchange's snapshot says of its market; undefined where it lists no instruments, as no
 * exchange does.
 */
export function openingOf({ facts, seqs }: SnapshotFact): MarketOpening | undefined {
  const directory = facts.find((fact) => fact.kind === 'directory')
  if (directory === undefined) return undefined
  const { instruments } = directory
  const quotes = facts.filter((fact): fact is Quote => fact.kind === 'quote')
  const run = facts.find((fact) => fact.kind === 'run')
  const stamps = facts.flatMap((fact) =>
    fact.kind === 'time' || fact.kind === 'step' || fact.kind === 'quote' ? fact.at : [],
  )
  const at = (stamps.length === 0 ? NaN : Math.max(...stamps)) as Micros
  return { instruments, quotes, at, step: seqs['step'] ?? 0, run }
}
