/** From a moment to a later one, both of them within. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/**
 * One more among stretches that lie apart, oldest first: those that it meets become one with it.
 * The order in which they are added does not matter.
 */
export function withStretch(stretches: readonly Stretch[], added: Stretch): readonly Stretch[] {
  const before = stretches.filter(({ to }) => to < added.from)
  const after = stretches.filter(({ from }) => from > added.to)
  const met = stretches.slice(before.length, stretches.length - after.length)
  const from = Math.min(added.from, met[0]?.from ?? Infinity)
  const to = Math.max(added.to, met.at(-1)?.to ?? -Infinity)
  return [...before, { from, to }, ...after]
}

/** What lies between stretches that lie apart, within a span. */
export function holesIn(stretches: readonly Stretch[], span: Stretch): readonly Stretch[] {
  const holes: Stretch[] = []
  let reached = span.from
  for (const { from, to } of stretches) {
    if (from >= span.to) break
    if (from > reached) holes.push({ from: reached, to: from })
    reached = Math.max(reached, to)
  }
  if (reached < span.to) holes.push({ from: reached, to: span.to })
  return holes
}
