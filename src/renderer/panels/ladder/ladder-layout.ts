import type { Side } from '../../../core/domain/index.ts'

/** A column in CSS pixels. */
export interface Span {
  readonly x: number
  readonly width: number
}

/** Where a ladder's columns and rows stand. */
export interface LadderLayout {
  readonly bidOrders: Span
  readonly bid: Span
  readonly price: Span
  readonly ask: Span
  readonly askOrders: Span
  /** Undefined where there is no room. */
  readonly volume: Span | undefined
  readonly head: number
  readonly row: number
  readonly count: number
}

export const HEAD = 18
const VOLUME = 38
/** From this width on there is room for the volume at price. */
const ROOM_FOR_VOLUME = 250

/** @param digits of the longest price. */
export function ladderLayout(
  width: number,
  height: number,
  row: number,
  digits: number,
): LadderLayout {
  const volume = width >= ROOM_FOR_VOLUME ? VOLUME : 0
  const price = Math.ceil(digits * 6.7) + 14
  const rest = Math.max(0, width - volume - price)
  const orders = Math.floor(rest * 0.27)
  const depth = Math.floor((rest - 2 * orders) / 2)
  let x = 0
  const next = (wide: number): Span => {
    const span = { x, width: wide }
    x += wide
    return span
  }
  return {
    bidOrders: next(orders),
    bid: next(depth),
    price: next(price),
    ask: next(depth),
    askOrders: next(rest - orders - 2 * depth),
    volume: volume === 0 ? undefined : next(volume),
    head: HEAD,
    row,
    // A row that is cut in half says nothing.
    count: Math.max(0, Math.floor((height - HEAD) / row)),
  }
}

/** What lies under a point. */
export interface LadderSpot {
  /** Which row, from the top; negative in the head. */
  readonly row: number
  readonly column: 'orders' | 'depth' | 'other'
  readonly side: Side | undefined
}

export function spotAt(layout: LadderLayout, x: number, y: number): LadderSpot {
  const row = Math.floor((y - layout.head) / layout.row)
  const within = ({ x: from, width }: Span): boolean => x >= from && x < from + width
  if (within(layout.bidOrders)) return { row, column: 'orders', side: 'buy' }
  if (within(layout.bid)) return { row, column: 'depth', side: 'buy' }
  if (within(layout.ask)) return { row, column: 'depth', side: 'sell' }
  if (within(layout.askOrders)) return { row, column: 'orders', side: 'sell' }
  return { row, column: 'other', side: undefined }
}
