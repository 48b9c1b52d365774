/** Room between the middles of two tags. */
export const TAG_STEP = 17

/** Where a line and its tag stand in the pane. */
export interface PlacedLine<Line> {
  readonly line: Line
  /** Of the line itself; NaN where it lies beyond the pane. */
  readonly y: number
  /** Middle of its tag. */
  readonly middle: number
  /** On which side of what is seen its price lies. */
  readonly beyond: 'above' | 'below' | undefined
  /** Further ones, farther away, for which there is no room: this tag stands for them too. */
  readonly more: number
}

/**
 * Tags of lines, from the top down, none over another. What lies beyond the pane is not left out:
 * its tag stands at the edge on its side, in the order of prices; of many, those nearest to what is
 * seen, a quarter of the height at most on each side.
 *
 * @param yOf CSS pixels from the pane's top; below 0 or above `height` beyond it.
 */
export function placeLines<Line extends { readonly price: number }>(
  lines: readonly Line[],
  yOf: (price: number) => number,
  height: number,
): readonly PlacedLine<Line>[] {
  const all = lines
    .map((line) => ({ line, y: yOf(line.price) }))
    .filter(({ y }) => Number.isFinite(y))
    .sort((one, other) => one.y - other.y)
  const room = Math.max(1, Math.floor(height / 4 / TAG_STEP))
  const above = all.filter(({ y }) => y < 0)
  const below = all.filter(({ y }) => y > height)
  const top = above.slice(-room).map(({ line }, index) => ({
    line,
    y: NaN,
    middle: TAG_STEP / 2 + index * TAG_STEP,
    beyond: 'above' as const,
    more: index === 0 ? Math.max(0, above.length - room) : 0,
  }))
  const lowest = below.slice(0, room)
  const bottom = lowest.map(({ line }, index) => ({
    line,
    y: NaN,
    middle: height - TAG_STEP / 2 - (lowest.length - 1 - index) * TAG_STEP,
    beyond: 'below' as const,
    more: index === lowest.length - 1 ? below.length - lowest.length : 0,
  }))
  const seen = all.filter(({ y }) => y >= 0 && y <= height)
  const middles = apart(
    seen.map(({ y }) => y),
    top.length === 0 ? -Infinity : (top.length + 0.5) * TAG_STEP,
    bottom[0] === undefined ? Infinity : bottom[0].middle - TAG_STEP,
  )
  const within = seen.map(({ line, y }, index) => {
    return { line, y, middle: middles[index]!, beyond: undefined, more: 0 }
  })
  return [...top, ...within, ...bottom]
}

/** Pushed apart downward from the first on, then upward where they leave the room. */
function apart(wanted: readonly number[], first: number, last: number): number[] {
  let free = first
  const middles = wanted.map((y) => {
    const middle = Math.max(y, free)
    free = middle + TAG_STEP
    return middle
  })
  let held = last
  for (let index = middles.length - 1; index >= 0; index--) {
    middles[index] = Math.min(middles[index]!, held)
    held = middles[index]! - TAG_STEP
  }
  return middles
}
