import type { BusLimits } from '../limits.ts'
import { BUS_LIMITS } from '../limits.ts'
import type { MemoryBus } from './bus.ts'
import { createMemoryBus } from './bus.ts'
import { createNetwork } from './network.ts'
import { createTurns } from './turns.ts'

/** A network of processes that are none: for tests, and to run a station in one process. */
export interface MemoryHub {
  /** A new process on the network. */
  bus(): MemoryBus
}

/**
 * A network in memory. Any name serves as an address, and keys are not looked at. Frames are
 * handed over uncopied, a turn of the event loop after they were sent and in the order of sending.
 */
export function createMemoryHub(given: Partial<BusLimits> = {}): MemoryHub {
  const limits = { ...BUS_LIMITS, ...given }
  const turns = createTurns()
  const network = createNetwork(turns)
  return { bus: () => createMemoryBus(network, turns, limits) }
}
