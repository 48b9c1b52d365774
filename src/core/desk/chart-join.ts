import type { Quote } from '../domain/index.ts'

/** The feed's own order: stamp, then the index among rows of equal stamp. */
export function compareTicks(
  one: Pick<Quote, 'at' | 'feedSeq'>,
  other: Pick<Quote, 'at' | 'feedSeq'>,
): number {
  return one.at - other.at || one.feedSeq - other.feedSeq
}

/**
 * Two stretches of one instrument's ticks, each in the feed's order, as one: what is in both is
 * there once. Where they overlap, or touch, nothing is missing in between.
 *
 * @returns `known` itself where `more` adds nothing.
 */
export function joinTicks(known: readonly Quote[], more: readonly Quote[]): readonly Quote[] {
  const joined: Quote[] = []
  let added = false
  let left = 0
  let right = 0
  while (left < known.length || right < more.length) {
    const one = known[left]
    const other = more[right]
    const order = one === undefined ? 1 : other === undefined ? -1 : compareTicks(one, other)
    if (order <= 0) left++
    if (order >= 0) right++
    if (order > 0) added = true
    joined.push((order <= 0 ? one : other) as Quote)
  }
  return added ? joined : known
}

/** Whether history reaches the live edge: its newest row is one that was heard live, or newer. */
export function meets(newestTold: Quote | undefined, oldestLive: Quote | undefined): boolean {
  if (oldestLive === undefined) return true
  return newestTold !== undefined && compareTicks(newestTold, oldestLive) >= 0
}
