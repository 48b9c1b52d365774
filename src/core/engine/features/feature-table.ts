/** What one feature is, for people, models and windows. */
export interface FeatureDescription {
  readonly name: string
  /** b, a: best bid and ask price; v: lots; n: this tick; n − k: k ticks before it. */
  readonly formula: string
  readonly units: string
  readonly source: string
  /** What it is when a side is empty, a total is absent, or there are too few ticks. */
  readonly absent: string
}

const OWN = 'this project'
const PREDECESSOR = 'ghTrader in Python'
const FLOW = 'Cont, Kukanov, Stoikov: The price impact of order book events, 2014'
const SIGN = 'Lee, Ready: Inferring trade direction from intraday data, 1991, made continuous'

/**
 * Every feature, in the order in which a model reads them. No feature is ever infinite; NaN stands
 * only where `absent` says so, and 0 otherwise.
 *
 * A side is empty when its first level has no price or no lots. Prices become ticks by rounding to
 * the nearest one. The mid is held while a side is empty. Windows and spans count ticks of one
 * trading day and begin again when it turns; a sum over a window takes what there is.
 */
export const FEATURES = [
  {
    name: 'top_imbalance',
    formula: '(vb1 − va1) / (vb1 + va1)',
    units: 'share, −1…1',
    source: PREDECESSOR,
    absent: '±1 with one side empty, 0 with both',
  },
  {
    name: 'depth_imbalance',
    formula: '(Σ vb − Σ va) / (Σ vb + Σ va), five levels',
    units: 'share, −1…1',
    source: PREDECESSOR,
    absent: '±1 with one side empty, 0 with both',
  },
  {
    name: 'microprice_offset',
    formula: '(b × va1 + a × vb1) / (vb1 + va1) − (b + a) / 2',
    units: 'ticks',
    source: 'Gatheral, Oomen: Zero-intelligence realized variance estimation, 2010',
    absent: 'NaN with a side empty',
  },
  {
    name: 'spread',
    formula: 'a − b',
    units: 'ticks',
    source: PREDECESSOR,
    absent: 'NaN with a side empty',
  },
  {
    name: 'order_flow_imbalance',
    formula: '[b ≥ b(n−1)] vb1 − [b ≤ b(n−1)] vb1(n−1) − [a ≤ a(n−1)] va1 + [a ≥ a(n−1)] va1(n−1)',
    units: 'lots',
    source: FLOW,
    absent: '0 at the first tick; an empty side is worse than any price and holds no lots',
  },
  {
    name: 'order_flow_imbalance_32',
    formula: 'Σ order_flow_imbalance over 32 ticks',
    units: 'lots',
    source: FLOW,
    absent: 'what there is',
  },
  {
    name: 'bid_queue_change',
    formula: 'lots bid now at b(n−1), less vb1(n−1)',
    units: 'lots',
    source: OWN,
    absent: '0 at the first tick, after an empty side, and when b(n−1) lies below what is seen',
  },
  {
    name: 'ask_queue_change',
    formula: 'lots asked now at a(n−1), less va1(n−1)',
    units: 'lots',
    source: OWN,
    absent: '0 at the first tick, after an empty side, and when a(n−1) lies above what is seen',
  },
  {
    name: 'trade_sign',
    formula: '(2 × mean price − b(n−1) − a(n−1)) / (a(n−1) − b(n−1)), within −1 and 1',
    units: '−1 all sold … 1 all bought',
    source: SIGN,
    absent: '0 at the first tick, and when nothing was traded or nothing tells',
  },
  {
    name: 'trade_uncertainty',
    formula: '1 − |trade_sign by the book of n−1 + the same by the book of n| / 2',
    units: '0 certain … 1 a guess; at least ½ without a believable mean price',
    source: OWN,
    absent: '0 at the first tick and when nothing was traded',
  },
  {
    name: 'trade_imbalance_32',
    formula: 'Σ trade_sign × volume_delta, in thousandths of a lot / Σ volume_delta, over 32 ticks',
    units: 'share, −1…1',
    source: OWN,
    absent: 'what there is; 0 when nothing was traded',
  },
  {
    name: 'volume_delta',
    formula: 'volume − volume(n−1)',
    units: 'lots',
    source: PREDECESSOR,
    absent: '0 at the first tick and when volume is absent',
  },
  {
    name: 'open_interest_delta',
    formula: 'open interest − open interest(n−1)',
    units: 'lots',
    source: PREDECESSOR,
    absent: '0 at the first tick and when open interest is absent',
  },
  {
    name: 'realised_volatility_64',
    formula: '√ Σ (mid − mid(n−1))² over 64 ticks',
    units: 'ticks',
    source:
      'Andersen, Bollerslev, Diebold, Labys: Modeling and forecasting realized volatility, 2003',
    absent: 'what there is; 0 before the second mid',
  },
  {
    name: 'momentum_4',
    formula: 'mid − mid(n−4)',
    units: 'ticks',
    source: PREDECESSOR,
    absent: '0 with no mid four ticks before',
  },
  {
    name: 'momentum_16',
    formula: 'mid − mid(n−16)',
    units: 'ticks',
    source: PREDECESSOR,
    absent: '0 with no mid sixteen ticks before',
  },
  {
    name: 'momentum_64',
    formula: 'mid − mid(n−64)',
    units: 'ticks',
    source: PREDECESSOR,
    absent: '0 with no mid sixty-four ticks before',
  },
  {
    name: 'seconds_since_mid_change',
    formula: 'stamp − stamp of the tick that last changed the mid, at most 60',
    units: 'seconds',
    source: OWN,
    absent: '0 before the first mid; counts from that one until it changes',
  },
  {
    name: 'book_slope',
    formula: '(Σ i × vb_i − Σ i × va_i) / (Σ i × vb_i + Σ i × va_i), i = 1…5',
    units: 'share, −1…1',
    source: PREDECESSOR,
    absent: '±1 with one side empty, 0 with both',
  },
  {
    name: 'depth_price_offset',
    formula: 'Σ price × v / Σ v − (b + a) / 2, both sides, five levels',
    units: 'ticks',
    source: PREDECESSOR,
    absent: 'NaN with a side empty',
  },
  {
    name: 'limit_proximity',
    formula: 'min(upper limit − last, last − lower limit) / (upper limit − lower limit)',
    units: 'share: 0 at a limit … ½ in the middle',
    source: OWN,
    absent: 'NaN without both limits or without a last price',
  },
] as const satisfies readonly FeatureDescription[]

type NamesOf<Table extends readonly FeatureDescription[]> = {
  readonly [Key in keyof Table]: Table[Key]['name']
}

export type FeatureName = (typeof FEATURES)[number]['name']

/** Names in the order of the values; a model's manifest holds the same list. */
export const FEATURE_NAMES = FEATURES.map((feature) => feature.name) as unknown as NamesOf<
  typeof FEATURES
>

export const FEATURE_COUNT: number = FEATURES.length

/** Where a feature stands. @throws RangeError when there is none of that name. */
export function featureIndex(name: FeatureName): number {
  const index = (FEATURE_NAMES as readonly string[]).indexOf(name)
  if (index < 0) throw new RangeError(`no feature is called ${name}`)
  return index
}
