import type {
  Fen,
  Fill,
  Instrument,
  InstrumentId,
  IntentId,
  Lots,
  MarketTrade,
  Micros,
  Order,
  OwnerId,
  Position,
  Quote,
  SenderId,
  Ticks,
  TradingDay,
} from '../domain/index.ts'
import type { AnsweredKind } from './commands.ts'
import type { ErrorCode } from './errors.ts'
import type { RiskLimits } from './limits.ts'
import type { Mode, StateCause, TradingState } from './modes.ts'
import type { ProcessFact } from './process-facts.ts'
import type { Saying } from './sayings/index.ts'
import type {
  AttributionFact,
  DecisionFact,
  PredictionFact,
  SettingFact,
  SignalFact,
  TraceFact,
} from './strategy-facts.ts'

/** A named owner of positions: a strategy, or `hand`. */
export interface Owner {
  readonly id: OwnerId
  readonly name: SenderId
}

export interface OrderFact {
  readonly kind: 'order'
  readonly order: Order
}

export interface FillFact {
  readonly kind: 'fill'
  readonly fill: Fill
  readonly fee: Fen
  readonly closedToday: Lots
  /** The venue's report that said so. */
  readonly venueSeq: number
}

export interface PositionFact {
  readonly kind: 'position'
  readonly position: Position
}

/** Money of the account; all in fen. `balance` = static + close profit + position profit − fees. */
export interface Account {
  readonly at: Micros
  readonly tradingDay: TradingDay
  readonly staticBalance: Fen
  readonly closeProfit: Fen
  readonly positionProfit: Fen
  readonly fees: Fen
  readonly margin: Fen
  /** Margin and fees that working opening orders would need. */
  readonly frozen: Fen
  readonly balance: Fen
  readonly available: Fen
}

export interface AccountFact {
  readonly kind: 'account'
  readonly account: Account
}

/** What became of a command. */
export interface AckFact {
  readonly kind: 'ack'
  readonly at: Micros
  readonly command: IntentId
  readonly commandKind: AnsweredKind
  readonly sender: SenderId
  readonly outcome: 'accepted' | 'refused' | 'expired'
  readonly code: ErrorCode | ''
  readonly message: string
}

export interface StateFact {
  readonly kind: 'state'
  readonly at: Micros
  readonly state: TradingState
  readonly cause: StateCause
  /** Who, or what, and why. */
  readonly reason: Saying
  /** The OS user and a typed name where a person did it. */
  readonly person: string
}

export interface LimitsFact {
  readonly kind: 'limits'
  readonly at: Micros
  readonly limits: RiskLimits
  readonly person: string
}

export interface SettlementFact {
  readonly kind: 'settlement'
  readonly at: Micros
  readonly tradingDay: TradingDay
  readonly nextTradingDay: TradingDay
  readonly prices: readonly (readonly [InstrumentId, Ticks])[]
  readonly expired: readonly InstrumentId[]
  readonly venueSeq: number
}

/**
 * Prices at which open lots stand: the last that a quote told, or those of a settlement since. Part
 * of how things stand; whoever follows makes the same of quotes and settlements.
 */
export interface MarksFact {
  readonly kind: 'marks'
  readonly prices: readonly (readonly [InstrumentId, Ticks])[]
}

/** Paper money began anew: nothing worked and nothing was held, and cash is all that there is. */
export interface ResetFact {
  readonly kind: 'reset'
  readonly at: Micros
  /** The OS user and a typed name. */
  readonly person: string
  /** The balance until then. */
  readonly before: Fen
  /** What it begins with. */
  readonly cash: Fen
}

/** An accepted target: what an owner is to hold. */
export interface TargetFact {
  readonly kind: 'target'
  readonly at: Micros
  readonly intent: IntentId
  readonly sender: SenderId
  readonly owner: OwnerId
  readonly instrument: InstrumentId
  /** NaN: withdrawn, the owner wants nothing for now. */
  readonly target: Lots
  readonly style: 'cross' | 'join'
}

export interface HelloFact {
  readonly kind: 'hello'
  readonly mode: Mode
  readonly profile: string
  readonly tradingDay: TradingDay
}

export interface DirectoryFact {
  readonly kind: 'directory'
  readonly instruments: readonly Instrument[]
  readonly owners: readonly Owner[]
}

export interface HealthFact {
  readonly kind: 'health'
  readonly at: Micros
  readonly ok: boolean
  readonly saying: Saying
}

/** The gateway's session time, where no quote carries it. */
export interface TimeFact {
  readonly kind: 'time'
  readonly at: Micros
}

export interface SnapshotFact {
  readonly kind: 'snapshot'
  readonly requester: SenderId
  readonly facts: readonly Exclude<Fact, SnapshotFact>[]
  /** The last number given to each kind. */
  readonly seqs: Readonly<Record<string, number>>
}

export type Fact =
  | HelloFact
  | DirectoryFact
  | Quote
  | MarketTrade
  | OrderFact
  | FillFact
  | PositionFact
  | AccountFact
  | AckFact
  | StateFact
  | LimitsFact
  | SettlementFact
  | MarksFact
  | ResetFact
  | TargetFact
  | HealthFact
  | TimeFact
  | SignalFact
  | PredictionFact
  | DecisionFact
  | ProcessFact
  | TraceFact
  | SettingFact
  | AttributionFact
  | SnapshotFact

export type FactKind = Fact['kind']
export type FactOf<Kind extends FactKind> = Extract<Fact, { readonly kind: Kind }>

/** A fact on its way: who said it, in which life, and its number among that kind. */
export interface Envelope<Body extends Fact = Fact> {
  readonly version: number
  readonly source: string
  readonly mode: Mode
  readonly profile: string
  readonly epoch: number
  readonly seq: number
  readonly at: Micros
  readonly body: Body
}
