/** Rows of a virtual table that stand in its window: from `first` up to, not with, `end`. */
export interface VisibleRange {
  readonly first: number
  readonly end: number
}

/** Rows beyond either edge that are there too, so that a fast wheel finds them painted. */
export const SPARE_ROWS = 6

/** @param scrolled pixels above the window. @param height of the window in pixels. */
export function visibleRange(
  scrolled: number,
  height: number,
  rowHeight: number,
  count: number,
): VisibleRange {
  if (!(height > 0) || !(rowHeight > 0) || count === 0) return { first: 0, end: 0 }
  const top = Math.floor(Math.max(0, scrolled) / rowHeight)
  const end = Math.min(count, top + Math.ceil(height / rowHeight) + 1 + SPARE_ROWS)
  return { first: Math.max(0, Math.min(top, end) - SPARE_ROWS), end }
}

/** How many rows the pool needs, so that any range of that window fits. */
export function poolSize(height: number, rowHeight: number): number {
  return height > 0 && rowHeight > 0 ? Math.ceil(height / rowHeight) + 2 + 2 * SPARE_ROWS : 0
}

/** Where to scroll so that a row is seen whole; the same place where it is. */
export function scrolledTo(
  index: number,
  scrolled: number,
  height: number,
  rowHeight: number,
): number {
  const top = index * rowHeight
  if (top < scrolled) return top
  return top + rowHeight > scrolled + height ? top + rowHeight - height : scrolled
}
