/** A stretch of wall time, in milliseconds. */
export interface Stretch {
  readonly from: number
  readonly until: number
}

/** Where stretches of every list lie over each other; those of a list do not. */
export function inAll(lists: readonly (readonly Stretch[])[]): readonly Stretch[] {
  const [first = [], ...others] = lists
  return others.reduce<readonly Stretch[]>(
    (found, list) => found.flatMap((each) => list.flatMap((other) => shared(each, other))),
    first,
  )
}

/** How long a stretch is without those others. */
export function lengthWithout({ from, until }: Stretch, others: readonly Stretch[]): number {
  return others
    .flatMap((other) => shared({ from, until }, other))
    .reduce((length, part) => length - (part.until - part.from), until - from)
}

function shared(one: Stretch, other: Stretch): readonly Stretch[] {
  const from = Math.max(one.from, other.from)
  const until = Math.min(one.until, other.until)
  return from < until ? [{ from, until }] : []
}
