interface OfOrder {
  readonly order: string
}

/**
 * Which of a list that grows at its end is shown: the one that a person went back to, and the
 * newest where there is none. What is no longer known was older than all: then the oldest.
 *
 * @returns −1 of an empty list.
 */
export function heldPlace(traces: readonly OfOrder[], held: string | undefined): number {
  if (held === undefined) return traces.length - 1
  const place = traces.findIndex(({ order }) => order === held)
  return traces.length === 0 ? -1 : Math.max(0, place)
}

/** @param by −1 for the one before, 1 for the one after; from the newest on it follows again. */
export function heldBeside(
  traces: readonly OfOrder[],
  held: string | undefined,
  by: 1 | -1,
): string | undefined {
  const next = Math.max(0, heldPlace(traces, held) + by)
  return next >= traces.length - 1 ? undefined : traces[next]?.order
}
