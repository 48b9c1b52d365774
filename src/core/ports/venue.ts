import type { VenueReport, VenueRequest } from '../contracts/index.ts'

/** Whoever trades at a venue. */
export interface VenueListener {
  /** Reports in the order in which the venue sent them; those with a number may come twice. */
  onReport(report: VenueReport): void
  /**
   * The line broke (false): what was under way may never arrive. Or it is back (true), and the
   * venue may be another life of it. Told again whenever something could not be handed over.
   */
  onConnection(connected: boolean): void
}

/** Where orders go. An order passed the gate and is in the journal before it comes here. */
export interface Venue {
  /**
   * Hands a request over, in order and at once; never waits and never throws. What becomes of it
   * comes back as reports, or as a broken line.
   */
  send(request: VenueRequest): void
}
