import type { OrderIntent } from '../../contracts/index.ts'
import type { InstrumentId, Side, Ticks } from '../../domain/index.ts'
import { ticksOf } from '../../domain/index.ts'
import type { State } from '../../state/index.ts'

/**
 * Where a product knows no market orders, one becomes a FAK at the collar: the furthest price that
 * the gate lets pass, inside the day's limits.
 *
 * @returns its limit; undefined where the order stays what it is.
 */
export function collarPrice(
  state: State,
  { orderKind, instrument, side }: Pick<OrderIntent, 'orderKind' | 'instrument' | 'side'>,
): Ticks | undefined {
  if (orderKind !== 'market' || state.instruments[instrument]?.orderKinds.includes('market')) {
    return undefined
  }
  return furthestPrice(state, instrument, side)
}

/** The collar's end inside the day's limits; undefined without instrument or quote. */
export function furthestPrice(
  state: State,
  instrument: InstrumentId,
  side: Side,
): Ticks | undefined {
  const facts = state.instruments[instrument]
  const quote = state.quotes[instrument]
  if (!facts || !quote) return undefined
  const best = (side === 'buy' ? quote.askPrices[0] : quote.bidPrices[0]) ?? NaN
  const reference = best > 0 ? best : quote.last
  const { collarRatio } = state.limits
  const edge = reference * (side === 'buy' ? 1 + collarRatio : 1 - collarRatio)
  const exact = (edge * facts.tickScale) / facts.tickUnits
  const inside = (side === 'buy' ? Math.floor(exact) : Math.ceil(exact)) as Ticks
  const bound = ticksOf(facts, side === 'buy' ? quote.upperLimit : quote.lowerLimit)
  if (Number.isNaN(bound)) return inside
  return (side === 'buy' ? Math.min(inside, bound) : Math.max(inside, bound)) as Ticks
}
