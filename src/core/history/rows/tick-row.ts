import type { Quote } from '../../domain/index.ts'
import type { Tape } from '../question.ts'
import type { RowOf } from '../row.ts'

/** A quote as a row. Written out, since it is made for every tick. */
export function tickRow(
  { mode, profile, runId }: Tape,
  tradingDay: number,
  symbol: string,
  quote: Quote,
): RowOf<'market_ticks'> {
  const { bidPrices, bidVolumes, askPrices, askVolumes } = quote
  return {
    table: 'market_ticks',
    ts: quote.at,
    mode,
    profile,
    run_id: runId,
    trading_day: tradingDay,
    symbol,
    feed_seq: quote.feedSeq,
    recv_ts: quote.received,
    last: quote.last,
    volume: quote.volume,
    turnover: quote.turnover,
    open_interest: quote.openInterest,
    bid_price1: bidPrices[0] ?? NaN,
    bid_volume1: bidVolumes[0] ?? 0,
    ask_price1: askPrices[0] ?? NaN,
    ask_volume1: askVolumes[0] ?? 0,
    bid_price2: bidPrices[1] ?? NaN,
    bid_volume2: bidVolumes[1] ?? 0,
    ask_price2: askPrices[1] ?? NaN,
    ask_volume2: askVolumes[1] ?? 0,
    bid_price3: bidPrices[2] ?? NaN,
    bid_volume3: bidVolumes[2] ?? 0,
    ask_price3: askPrices[2] ?? NaN,
    ask_volume3: askVolumes[2] ?? 0,
    bid_price4: bidPrices[3] ?? NaN,
    bid_volume4: bidVolumes[3] ?? 0,
    ask_price4: askPrices[3] ?? NaN,
    ask_volume4: askVolumes[3] ?? 0,
    bid_price5: bidPrices[4] ?? NaN,
    bid_volume5: bidVolumes[4] ?? 0,
    ask_price5: askPrices[4] ?? NaN,
    ask_volume5: askVolumes[4] ?? 0,
  }
}
