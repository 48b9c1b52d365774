/**
 * Where a ladder of so many rows begins, in ticks. Position is memory: it stays where it is, but
 * for a last price that has left what is shown, and then only while nobody points at it.
 *
 * @param top as it is now; NaN before anything was shown.
 */
export function ladderTop(top: number, last: number, count: number, pointed: boolean): number {
  if (Number.isNaN(last)) return top
  if (Number.isNaN(top)) return centred(last, count)
  const shown = last <= top && last > top - count
  return shown || pointed ? top : centred(last, count)
}

/** The price in the middle. */
export function centred(ticks: number, count: number): number {
  return ticks + Math.floor((count - 1) / 2)
}
