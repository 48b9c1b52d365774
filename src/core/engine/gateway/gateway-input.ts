import type { Command, VenueReport } from '../../contracts/index.ts'
import type { Micros } from '../../domain/index.ts'

/** Whatever a gateway engine is told besides quotes. */
export type GatewayInput =
  | Command
  | VenueReport
  /** The market's own time, where no quote carries it: in every mode a sign that the feed lives. */
  | { readonly kind: 'time'; readonly at: Micros }
  /** The process's own timer: what is due is looked after. It says nothing of the feed. */
  | { readonly kind: 'look' }
  /** The beat of the process that watches over this one. */
  | { readonly kind: 'watch' }
