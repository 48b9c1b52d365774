import type { Replica } from '../../../core/replica/index.ts'

/** How many things a replica holds: what grows over a day is seen by it. */
export function rowsOf(replica: Replica): number {
  const { state, fills, acks, traces, log, thoughts, vitals } = replica
  const positions = state.positions.reduce((sum, each) => sum + (each?.length ?? 0), 0)
  const lists = [state.quotes, fills, acks, traces, log.lines, ...vitals.values()]
  return (
    lists.reduce((sum, { length }) => sum + length, 0) +
    positions +
    state.orders.size +
    thoughts.size
  )
}
