/** How much a bus keeps for those who are slow, and how much it takes at once. */
export interface BusLimits {
  /** Facts that wait for one listener; further ones are dropped for it. */
  readonly facts: number
  /** Commands, questions or answers that wait on one line; further ones are refused. */
  readonly commands: number
  /** Bytes of the longest frame: a longer one is not sent, and whoever sends one is cut off. */
  readonly frame: number
}

/** At 64 ticks of 70 bytes a frame, a listener that has stopped costs its publisher 45 MB. */
export const BUS_LIMITS: BusLimits = { facts: 10_000, commands: 1_000, frame: 16 * 1024 * 1024 }
