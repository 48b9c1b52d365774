import type { Instrument, OrderKind, Quote, Side, Ticks } from '../domain/index.ts'
import { DEPTH, ticksOf } from '../domain/index.ts'

/**
 * Where an order would come to stand. `crosses`: it meets so many lots at once, as far as five
 * levels show. `joins`: it waits behind so many. `beyond`: it waits where the feed shows nothing.
 */
export type QueuePlace =
  | { readonly kind: 'crosses'; readonly lots: number }
  | { readonly kind: 'joins'; readonly behind: number }
  | { readonly kind: 'beyond' }
  | { readonly kind: 'unknown' }

/** @param limit NaN of a market order. */
export function queuePlace(
  instrument: Instrument,
  quote: Quote | undefined,
  side: Side,
  kind: OrderKind,
  limit: Ticks,
): QueuePlace {
  if (quote === undefined || (kind !== 'market' && !Number.isFinite(limit))) {
    return { kind: 'unknown' }
  }
  const meets = lotsWithin(instrument, quote, side, kind === 'market' ? bound(side) : limit)
  if (meets > 0 || kind !== 'limit') return { kind: 'crosses', lots: meets }
  const behind = shownAt(instrument, quote, side, limit)
  return Number.isNaN(behind) ? { kind: 'beyond' } : { kind: 'joins', behind }
}

function bound(side: Side): number {
  return side === 'buy' ? Infinity : -Infinity
}

/** Lots of the other side at prices that the order takes. */
export function lotsWithin(
  instrument: Instrument,
  { bidPrices, bidVolumes, askPrices, askVolumes }: Quote,
  side: Side,
  limit: number,
): number {
  const prices = side === 'buy' ? askPrices : bidPrices
  const volumes = side === 'buy' ? askVolumes : bidVolumes
  let lots = 0
  for (let level = 0; level < DEPTH; level++) {
    const ticks = ticksOf(instrument, prices[level]!)
    if (side === 'buy' ? ticks <= limit : ticks >= limit) lots += volumes[level]!
  }
  return lots
}

/** Lots of its own side at a price: 0 before or between its levels, NaN beyond the last. */
export function shownAt(
  instrument: Instrument,
  { bidPrices, bidVolumes, askPrices, askVolumes }: Quote,
  side: Side,
  price: number,
): number {
  const buys = side === 'buy'
  const prices = buys ? bidPrices : askPrices
  const volumes = buys ? bidVolumes : askVolumes
  for (let level = 0; level < DEPTH; level++) {
    const ticks = ticksOf(instrument, prices[level]!)
    if (!(volumes[level]! > 0)) continue
    if (ticks === price) return volumes[level]!
    if (buys ? ticks < price : ticks > price) return 0
  }
  return NaN
}
