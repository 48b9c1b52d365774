import type { VenueReport } from '../../src/core/contracts/index.ts'
import type { Micros, Quote } from '../../src/core/domain/index.ts'

/** One thing that the exchange said of a moment. */
export type StepItem =
  | { readonly kind: 'report'; readonly report: VenueReport }
  /** `came`: monotonic, in µs. */
  | { readonly kind: 'quote'; readonly quote: Quote; readonly came: Micros }
  | { readonly kind: 'time'; readonly at: Micros }

/** Everything of one moment of session time. */
export interface Step {
  readonly at: Micros
  readonly seq: number
  readonly items: readonly StepItem[]
}
