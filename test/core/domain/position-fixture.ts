import * as fc from 'fast-check'
import type { Lots, Offset, Position, Side, Ticks } from '../../../src/core/domain/index.ts'
import { applyFill, emptyPosition } from '../../../src/core/domain/index.ts'

export interface Trade {
  readonly side: Side
  readonly offset: Offset
  readonly price: Ticks
  readonly volume: Lots
}

export const EMPTY = emptyPosition(0 as never, 0 as never)

export const tradesArbitrary: fc.Arbitrary<readonly Trade[]> = fc.array(
  fc
    .record({
      side: fc.constantFrom('buy' as const, 'sell' as const),
      offset: fc.constantFrom('open' as const, 'close' as const, 'closeToday' as const),
      price: fc.integer({ min: 4_900, max: 5_100 }),
      volume: fc.integer({ min: 1, max: 7 }),
    })
    .map((trade) => ({ ...trade, price: trade.price as Ticks, volume: trade.volume as Lots })),
  { maxLength: 25 },
)

/** What a trade may close of a position: all of it for `close`, today's alone for `closeToday`. */
export function closable(position: Position, { side, offset }: Trade): number {
  const { longToday, longHistory, shortToday, shortHistory } = position
  const [today, history] = side === 'sell' ? [longToday, longHistory] : [shortToday, shortHistory]
  return offset === 'closeToday' ? today.lots : today.lots + history.lots
}

/** Applies every trade that is possible, cut to what can be closed. */
export function applied(
  from: Position,
  trades: readonly Trade[],
  see: (trade: Trade, before: Position, after: ReturnType<typeof applyFill>) => void,
): Position {
  let position = from
  for (const wanted of trades) {
    const most = wanted.offset === 'open' ? wanted.volume : closable(position, wanted)
    const volume = Math.min(wanted.volume, most) as Lots
    if (volume === 0) continue
    const trade = { ...wanted, volume }
    const after = applyFill(position, trade)
    see(trade, position, after)
    position = after.position
  }
  return position
}
