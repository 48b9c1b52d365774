import type { FeatureName } from '../../../../src/core/engine/features/index.ts'
import type { Recorded } from './recorded.ts'
import { recordedInstrument, recordedRows } from './recorded.ts'

const levels = (
  side: 'bid' | 'ask',
  term: (price: string, lots: string, level: number) => string,
) =>
  [1, 2, 3, 4, 5]
    .map(
      (level) => `coalesce(${term(`${side}_price${level}`, `${side}_volume${level}`, level)}, 0)`,
    )
    .join(' + ')

const total = (side: 'bid' | 'ask'): string => levels(side, (_price, lots) => lots)
const weighted = (side: 'bid' | 'ask'): string =>
  levels(side, (_, lots, level) => `${level} * ${lots}`)
const value = (side: 'bid' | 'ask'): string => levels(side, (price, lots) => `${price} * ${lots}`)

/** Lots that now stand at what was the best price; without sight of it, as many as before. */
function standing(side: 'bid' | 'ask', worse: '<' | '>'): string {
  const seen = [1, 2, 3, 4, 5].map((level) => {
    const price = `${side}_price${level}`
    return `when ${price} = old_${side} then ${side}_volume${level}
      when ${price} ${worse} old_${side} then 0`
  })
  return `case when old_${side} is null then 0
    when ${side}_price1 is null then 0
    ${seen.join(' ')} else old_${side}_lots end - coalesce(old_${side}_lots, 0)`
}

const sign = (bid: string, ask: string): string =>
  `greatest(-1, least(1, (2 * price - ${bid} - ${ask}) / (${ask} - ${bid})))`

/**
 * The features of one recording in SQL alone, from its raw rows, written from the formulas of the
 * table and sharing no code with the product. Holds where no side is empty and no day turns, which
 * is so for the recorded hour of SHFE. `limit_proximity` is left out: no limits were recorded.
 */
export function featureSql(product: Recorded): string {
  const { symbol, tickSize, multiplier } = recordedInstrument(product)
  const columns: Record<Exclude<FeatureName, 'limit_proximity'>, string> = {
    top_imbalance: '(bid_volume1 - ask_volume1) / (bid_volume1 + ask_volume1)',
    depth_imbalance: '(bids - asks) / (bids + asks)',
    microprice_offset: `((bid_price1 * ask_volume1 + ask_price1 * bid_volume1)
      / (bid_volume1 + ask_volume1) - mid) / ${tickSize}`,
    spread: `(ask_price1 - bid_price1) / ${tickSize}`,
    order_flow_imbalance: 'flow',
    order_flow_imbalance_32: 'sum(flow) over last32',
    bid_queue_change: standing('bid', '<'),
    ask_queue_change: standing('ask', '>'),
    trade_sign: 'coalesce(sign, 0)',
    trade_uncertainty: 'coalesce(uncertainty, 0)',
    trade_imbalance_32: `coalesce(sum(round(sign * traded, 3)) over last32
      / nullif(sum(traded) over last32, 0), 0)`,
    volume_delta: 'traded',
    open_interest_delta: 'coalesce(open_interest - lag(open_interest) over ticks, 0)',
    realised_volatility_64: `sqrt(sum(moved * moved) over last64)`,
    momentum_4: `coalesce((mid - lag(mid, 4) over ticks) / ${tickSize}, 0)`,
    momentum_16: `coalesce((mid - lag(mid, 16) over ticks) / ${tickSize}, 0)`,
    momentum_64: `coalesce((mid - lag(mid, 64) over ticks) / ${tickSize}, 0)`,
    seconds_since_mid_change: `least(60, (stamp - max(case when position = 0 or moved <> 0 then stamp end)
      over (order by position)) / 1e6)`,
    book_slope: `(${weighted('bid')} - (${weighted('ask')})) / (${weighted('bid')} + ${weighted('ask')})`,
    depth_price_offset: `((${value('bid')} + ${value('ask')}) / (bids + asks) - mid) / ${tickSize}`,
  }
  return `with recorded as (${recordedRows(symbol)}),
  paired as (select *,
      (bid_price1 + ask_price1) / 2 as mid,
      ${total('bid')} as bids, ${total('ask')} as asks,
      lag(bid_price1) over ticks as old_bid, lag(bid_volume1) over ticks as old_bid_lots,
      lag(ask_price1) over ticks as old_ask, lag(ask_volume1) over ticks as old_ask_lots,
      coalesce(volume - lag(volume) over ticks, 0) as traded,
      amount - lag(amount) over ticks as paid
    from recorded window ticks as (order by position)),
  priced as (select *, paid / nullif(traded, 0) / ${multiplier} as mean,
      mean between least(bid_price1, old_bid) - ${tickSize}
        and greatest(ask_price1, old_ask) + ${tickSize} as believed,
      case when believed then mean else last_price end as price,
      coalesce(round((mid - lag(mid) over ticks) / ${tickSize}, 3), 0) as moved,
      coalesce((case when bid_price1 >= old_bid then bid_volume1 else 0 end)
        - (case when bid_price1 <= old_bid then old_bid_lots else 0 end)
        - (case when ask_price1 <= old_ask then ask_volume1 else 0 end)
        + (case when ask_price1 >= old_ask then old_ask_lots else 0 end), 0) as flow
    from paired window ticks as (order by position)),
  signed as (select *,
      case when traded > 0 then ${sign('old_bid', 'old_ask')} end as sign,
      abs(sign + ${sign('bid_price1', 'ask_price1')}) / 2 as agreed,
      1 - (case when believed then agreed else agreed / 2 end) as uncertainty
    from priced)
  select ${Object.entries(columns)
    .map(([name, sql]) => `(${sql})::double as ${name}`)
    .join(', ')}
  from signed window ticks as (order by position),
    last32 as (order by position rows 31 preceding),
    last64 as (order by position rows 63 preceding)
  order by position`
}
