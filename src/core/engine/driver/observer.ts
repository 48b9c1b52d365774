import type { Fact, TargetPosition, VenueReport, VenueRequest } from '../../contracts/index.ts'
import type { Quote } from '../../domain/index.ts'

/**
 * Sees everything that a run decides and everything that the venue answers, in order. A log, a
 * hash and a screen are observers; none of them can change the run.
 */
export interface Observer {
  quote(quote: Quote): void
  fact(fact: Fact): void
  target(command: TargetPosition): void
  request(request: VenueRequest): void
  report(report: VenueReport): void
}

export const NOBODY: Observer = {
  quote: () => undefined,
  fact: () => undefined,
  target: () => undefined,
  request: () => undefined,
  report: () => undefined,
}
