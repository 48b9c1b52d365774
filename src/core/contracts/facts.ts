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
import type { CommandKind } from './commands.ts'
import type { ErrorCode } from './errors.ts'
import type { RiskLimits } from './limits.ts'
import type { Mode, StateCause, TradingState } from './modes.ts'

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
  readonly commandKind: CommandKind
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
  /** In plain words: who, or what, and why. */
  readonly reason: string
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
  readonly message: string
}

/** The gateway's session time, where no quote carries it. */
export interface TimeFact {
  readonly kind: 'time'
  readonly at: Micros
}

/** Features at a decision, so that a person can see what the strategy saw. */
export interface SignalFact {
  readonly kind: 'signal'
  readonly at: Micros
  readonly owner: OwnerId
  readonly instrument: InstrumentId
  readonly features: readonly number[]
}

/** A model's answer; names the quote that it is about. */
export interface PredictionFact {
  readonly kind: 'prediction'
  readonly owner: OwnerId
  readonly instrument: InstrumentId
  /** Stamp of the quote whose features went in. */
  readonly quoteAt: Micros
  /** Counts the quotes of this strategy, to tell two of one stamp apart. */
  readonly generation: number
  /** One figure a label, in the manifest's order. */
  readonly outputs: readonly number[]
}

export interface DecisionFact {
  readonly kind: 'decision'
  readonly at: Micros
  readonly owner: OwnerId
  readonly instrument: InstrumentId
  readonly target: Lots
  /** In the strategy's words, one line. */
  readonly why: string
}

/** Lock-step: everything that belongs to one moment was said; what follows waits for `done`. */
export interface StepFact {
  readonly kind: 'step'
  readonly at: Micros
}

/**
 * Lock-step: this follower is done with everything up to the step numbered `seq`, what it wanted
 * to say of it has been said before. Said to whoever is followed, through its door for commands.
 */
export interface DoneFact {
  readonly kind: 'done'
  /** Of a strategy; 0 of a gateway. */
  readonly owner: OwnerId
  readonly seq: number
  /** It has more to say of this step once it was answered: time stands until then. */
  readonly more: boolean
}

/** Sent by every process four times a second, from its first breath on. */
export interface BeatFact {
  readonly kind: 'beat'
  /** The sender's monotonic clock, the same for all processes of one machine. */
  readonly at: Micros
  readonly pid: number
  /** On the wall clock. */
  readonly startedAt: Micros
  /** Whether it does its work; the note says what it waits for. */
  readonly ready: boolean
  readonly note: string
  /** The last number given to each kind, so that a lost last message is seen. */
  readonly seqs: Readonly<Record<string, number>>
  /** What it measures of itself: queues, rates, latencies in µs; names are in `docs/protocol.md`. */
  readonly figures: Readonly<Record<string, number>>
}

/** Earlier quotes of one instrument, oldest first, in several frames; live ones may lie between. */
export interface WarmUpFact {
  readonly kind: 'warm-up'
  readonly requester: SenderId
  readonly instrument: InstrumentId
  readonly quotes: readonly Quote[]
  /** Number of the last live quote of any instrument that was said when the request came. */
  readonly until: number
  /** Whether this is the last frame of the answer. */
  readonly last: boolean
}

export const RUN_PHASES = ['waiting', 'playing', 'paused', 'seeking', 'ended'] as const
export type RunPhase = (typeof RUN_PHASES)[number]

/** How a replay stands. */
export interface RunFact {
  readonly kind: 'run'
  readonly at: Micros
  readonly phase: RunPhase
  /** Session time against wall time; infinite at full speed. */
  readonly speed: number
  /** Stamps of the first quote, and of the last where it is known (NaN where not). */
  readonly from: Micros
  readonly until: Micros
  readonly quotes: number
  /** Of everything that passed the gateway so far: messages, and their SHA-256 once it ended. */
  readonly messages: number
  readonly hash: string
  /** What a person should know: what was left out, why it ended. */
  readonly note: string
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
  | TargetFact
  | HealthFact
  | TimeFact
  | SignalFact
  | PredictionFact
  | DecisionFact
  | StepFact
  | DoneFact
  | BeatFact
  | WarmUpFact
  | RunFact
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
