import type { Replica } from '../../../core/replica/index.ts'

/** Whether a window that opens knows a price of any instrument by now. */
export function hasPrice(replica: Replica | undefined): boolean {
  return replica?.state.quotes.some((quote) => quote !== undefined) ?? false
}
