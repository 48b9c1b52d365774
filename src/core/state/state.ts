import type { Owner, ResetFact, RiskLimits, StateFact, TargetFact } from '../contracts/index.ts'
import { DEFAULT_LIMITS, saying } from '../contracts/index.ts'
import type {
  Fen,
  Instrument,
  InstrumentId,
  IntentId,
  Micros,
  Order,
  OrderId,
  Position,
  Quote,
  Ticks,
  TradingDay,
} from '../domain/index.ts'
import { NO_TRADING_DAY } from '../domain/index.ts'

/** Cash of the account since the last settlement; whole fen. */
export interface Money {
  /** Balance when the day began. */
  staticBalance: Fen
  closeProfit: Fen
  fees: Fen
}

/**
 * What the account holds in one instrument, all owners together, kept beside the positions so
 * that a quote can be marked with two multiplications.
 */
export interface Exposure {
  long: number
  short: number
  /** Cost of the long lots less that of the short ones, in ticks × lots. */
  cost: number
  /** Open profit at the last mark, in fen. */
  profit: number
}

/**
 * Everything that facts have said so far. Only `apply` changes it. Instruments and owners index
 * plain arrays by their small ids; a gap is undefined.
 */
export interface State {
  readonly instruments: (Instrument | undefined)[]
  readonly owners: (Owner | undefined)[]
  readonly quotes: (Quote | undefined)[]
  /** Every order of this trading day, and older ones that are not final. */
  readonly orders: Map<OrderId, Order>
  /** Orders that are not final, by instrument. */
  readonly working: Order[][]
  /** `[owner][instrument]` */
  readonly positions: (Position | undefined)[][]
  readonly exposures: (Exposure | undefined)[]
  /** Where open lots stand: the last price that was quoted, or that of a settlement since. */
  readonly marks: (Ticks | undefined)[]
  /** Sum of the exposures' profits, in fen. */
  openProfit: number
  /** Margin held for all positions, in fen. */
  margin: number
  readonly money: Money
  tradingDay: TradingDay
  trading: StateFact
  /** The last time that paper money began anew; undefined where it never did. */
  reset: ResetFact | undefined
  limits: RiskLimits
  /** By instrument, one an owner; see `targetOf`. */
  readonly targets: TargetFact[][]
  /** Numbers of the fills that were applied today. */
  readonly fills: Set<string>
  /** Every intent that ever became an order or a target. */
  readonly intents: Set<IntentId>
  /** The last numbered report of the venue that was applied. */
  venueSeq: number
}

export function createState(): State {
  return {
    instruments: [],
    owners: [],
    quotes: [],
    orders: new Map(),
    working: [],
    positions: [],
    exposures: [],
    marks: [],
    openProfit: 0,
    margin: 0,
    money: { staticBalance: NaN as Fen, closeProfit: 0 as Fen, fees: 0 as Fen },
    tradingDay: NO_TRADING_DAY,
    trading: {
      kind: 'state',
      at: 0 as Micros,
      state: 'halted',
      cause: 'start',
      reason: saying('state.not-compared'),
      person: '',
    },
    reset: undefined,
    limits: DEFAULT_LIMITS,
    targets: [],
    fills: new Set(),
    intents: new Set(),
    venueSeq: 0,
  }
}

const NO_ORDERS: readonly Order[] = []

export function workingOrders(state: State, instrument: InstrumentId): readonly Order[] {
  return state.working[instrument] ?? NO_ORDERS
}
