import type { Mode, StateCause, TradingState } from '../../../core/contracts/index.ts'
import type {
  Fen,
  Lots,
  Micros,
  Offset,
  OrderKind,
  OrderStatus,
  Price,
  Side,
  TradingDay,
} from '../../../core/domain/index.ts'

/** Everything that the terminal shows at one moment; the render is a function of it alone. */
export interface TerminalView {
  readonly mode: Mode
  readonly profile: string
  readonly state: TradingState
  /** Why it stands so; shown unless it is active. */
  readonly cause: StateCause
  readonly reason: string
  /** Session time. */
  readonly now: Micros
  readonly tradingDay: TradingDay
  /** Session time against wall time; Infinity when running through. */
  readonly speed: number
  readonly ticks: number
  readonly ticksPerSecond: number
  readonly orders: number
  readonly fillCount: number
  readonly account: AccountView
  /** Those that are traded first. */
  readonly books: readonly BookView[]
  readonly positions: readonly PositionView[]
  readonly working: readonly OrderView[]
  /** Newest first. */
  readonly fills: readonly FillView[]
  /** Newest first. */
  readonly messages: readonly MessageView[]
  /** What a person should know before all figures: which process is not well, and since when. */
  readonly trouble: readonly string[]
  /** The account's figures may be old; the trouble says why. */
  readonly stale: boolean
  /** None where all is one process; nor are the next two. */
  readonly processes: readonly ProcessView[]
  readonly latencies: readonly LatencyView[]
  readonly stores: readonly StoreView[]
}

/** `down`: there is none, and it is started again; `lost`: it is not started any more. */
export type ProcessCondition = 'ready' | 'waits' | 'silent' | 'down' | 'lost'

export interface ProcessView {
  readonly name: string
  /** NaN where there is no process. */
  readonly pid: number
  readonly condition: ProcessCondition
  /** In its own words: what it waits for, or what troubles it. */
  readonly note: string
  /** Seconds since its last beat; NaN where none came. */
  readonly age: number
  /** How often it was started anew. */
  readonly restarts: number
  /** Share of a processor in percent, and bytes in memory; NaN where it does not tell. */
  readonly cpu: number
  readonly memory: number
}

/** How long something takes; µs. */
export interface LatencyView {
  readonly process: string
  readonly name: string
  readonly p50: number
  readonly p99: number
  /** Whether its process is well, so that the figures are of now. */
  readonly fresh: boolean
}

export interface StoreView {
  readonly name: string
  readonly figures: string
  /** What was lost, refused or set aside; empty where nothing was. */
  readonly trouble: string
  readonly fresh: boolean
}

/** Whether anything is known of the account: session time begins with its first word. */
export function isBegun({ now }: Pick<TerminalView, 'now'>): boolean {
  return now > 0
}

export interface AccountView {
  readonly balance: Fen
  readonly available: Fen
  /** Profit taken and open, less fees, since the trading day began. */
  readonly dayResult: Fen
  readonly fees: Fen
}

export interface BookView {
  readonly symbol: string
  readonly decimals: number
  readonly last: Price
  /**
   * Against the day before's settlement, or the day's open where that is not known; NaN unknown.
   */
  readonly change: number
  readonly bidPrices: readonly Price[]
  readonly bidVolumes: readonly Lots[]
  readonly askPrices: readonly Price[]
  readonly askVolumes: readonly Lots[]
  /** Best ask less best bid; NaN where one is absent. */
  readonly spread: number
  /** Lots traded in the day so far. */
  readonly volume: number
}

export interface PositionView {
  readonly owner: string
  readonly symbol: string
  readonly longToday: Lots
  readonly longHistory: Lots
  readonly shortToday: Lots
  readonly shortHistory: Lots
  readonly openProfit: Fen
}

export interface OrderView {
  readonly owner: string
  readonly symbol: string
  readonly side: Side
  readonly offset: Offset
  readonly kind: OrderKind
  /** `market` where there is no limit. */
  readonly price: string
  readonly filled: Lots
  readonly volume: Lots
  readonly status: OrderStatus
  readonly cancelling: boolean
}

export interface FillView {
  readonly at: Micros
  readonly owner: string
  readonly symbol: string
  readonly side: Side
  readonly offset: Offset
  readonly price: string
  readonly volume: Lots
  readonly fee: Fen
}

export interface MessageView {
  /** Higher than that of every message before it. */
  readonly number: number
  readonly at: Micros
  readonly ok: boolean
  readonly text: string
}
