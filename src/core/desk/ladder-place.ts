/** Which prices a ladder shows. */
export interface LadderPlace {
  /** Price of the first row, in ticks; NaN before anything is shown. */
  readonly top: number
  /** Whether the last price is among the rows. */
  readonly shown: boolean
  /** It left while somebody pointed at the ladder: it is followed once nobody does. */
  readonly left: boolean
}

export const NOWHERE: LadderPlace = { top: NaN, shown: false, left: false }

/**
 * Position is memory: a ladder stays where it is until the last price leaves it, and then too while
 * somebody points at it. Who scrolled away from the last price is left alone.
 */
export function followed(
  place: LadderPlace,
  last: number,
  count: number,
  pointed: boolean,
): LadderPlace {
  if (Number.isNaN(last)) return place
  if (Number.isNaN(place.top)) return centred(last, count)
  if (shows(place.top, last, count)) return at(place.top, true, false)
  if (!place.shown && !place.left) return place
  return pointed ? at(place.top, false, true) : centred(last, count)
}

/** The price in the middle. */
export function centred(ticks: number, count: number): LadderPlace {
  return at(ticks + Math.floor((count - 1) / 2), true, false)
}

/** Up by so many rows. */
export function scrolled(
  { top }: LadderPlace,
  rows: number,
  last: number,
  count: number,
): LadderPlace {
  return at(top + rows, shows(top + rows, last, count), false)
}

/** Moved as little as it takes to show a price. */
export function revealed(
  place: LadderPlace,
  ticks: number,
  last: number,
  count: number,
): LadderPlace {
  if (ticks > place.top) return scrolled(place, ticks - place.top, last, count)
  const lowest = place.top - count + 1
  return ticks < lowest ? scrolled(place, ticks - lowest, last, count) : place
}

function shows(top: number, ticks: number, count: number): boolean {
  return ticks <= top && ticks > top - count
}

function at(top: number, shown: boolean, left: boolean): LadderPlace {
  return { top, shown, left }
}
