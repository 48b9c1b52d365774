import type { VenueReport, VenueRequest } from '../../core/contracts/index.ts'
import { MICROS_PER_MILLISECOND } from '../../core/domain/index.ts'
import type { Line } from '../../core/engine/index.ts'
import { DirectLine } from '../../core/engine/index.ts'
import { createLatencyLine } from '../../core/exchange/index.ts'

/** Delays are spread by this share of their mean, either way. */
const JITTER = 0.2

/** The way to a venue and back. */
export interface VenueLines {
  readonly toVenue: Line<VenueRequest>
  readonly toGateway: Line<VenueReport>
}

/** Lines with a mean delay each way, spread the same way for the same seed; 0 for none. */
export function venueLines({
  latencyMs,
  seed,
}: {
  readonly latencyMs: number
  readonly seed: number
}): VenueLines {
  if (latencyMs === 0) {
    return { toVenue: new DirectLine<VenueRequest>(), toGateway: new DirectLine<VenueReport>() }
  }
  const mean = latencyMs * MICROS_PER_MILLISECOND
  const jitter = mean * JITTER
  return {
    toVenue: createLatencyLine<VenueRequest>({ mean, jitter, seed: seed * 2 + 1 }),
    toGateway: createLatencyLine<VenueReport>({ mean, jitter, seed: seed * 2 + 2 }),
  }
}
