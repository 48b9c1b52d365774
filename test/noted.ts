import type { Saying } from '../src/core/contracts/index.ts'
import { sayingsText } from '../src/core/contracts/index.ts'

/** What a process said beside its beat or its run, in one line; empty for nothing. */
export function noted(fact: { readonly notes: readonly Saying[] } | undefined): string {
  return sayingsText(fact?.notes ?? [])
}
