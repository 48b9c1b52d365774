import type {
  Epoch,
  InstrumentId,
  IntentId,
  Lots,
  Micros,
  Offset,
  OrderId,
  OrderKind,
  OwnerId,
  SenderId,
  Side,
  Ticks,
} from '../domain/index.ts'
import type { RiskLimits } from './limits.ts'

/** What every command carries. */
export interface CommandHead {
  /** Made by the sender. What it made an order or a target of is never carried out again. */
  readonly id: IntentId
  readonly sender: SenderId
  /** The gateway's epoch as the sender knows it; another one is refused. */
  readonly epoch: Epoch
  /** On the gateway's decision clock: past it the command is refused as expired. */
  readonly validUntil: Micros
}

/** How a target is worked: `cross` takes the other side's best, `join` waits at its own. */
export const WORKING_STYLES = ['cross', 'join'] as const
export type WorkingStyle = (typeof WORKING_STYLES)[number]

/** Net lots that an owner wants to hold in one instrument. It stands until the next one. */
export interface TargetPosition extends CommandHead {
  readonly kind: 'TargetPosition'
  readonly owner: OwnerId
  readonly instrument: InstrumentId
  readonly target: Lots
  readonly style: WorkingStyle
  /** The quote it was decided on: its stamp, for the latency record. */
  readonly decidedOn: Micros
  /**
   * The gateway's monotonic stamp when it said the quote that led here; NaN where nobody measured.
   */
  readonly saidAt: Micros
  /**
   * µs since then, one figure for each of `STRATEGY_STAGES`; `UNMEASURED` where nobody measured.
   */
  readonly stages: readonly number[]
}

/** Of a target of which nobody took the time. */
export const UNMEASURED: readonly number[] = Object.freeze([])

/** One order wanted by hand. */
export interface OrderIntent extends CommandHead {
  readonly kind: 'OrderIntent'
  readonly owner: OwnerId
  readonly instrument: InstrumentId
  readonly side: Side
  /** `auto` closes what can be closed, older or today's lots as the product wants, else opens. */
  readonly offset: Offset | 'auto'
  readonly orderKind: OrderKind
  /** NaN for a market order. */
  readonly limit: Ticks
  readonly volume: Lots
}

export interface Cancel extends CommandHead {
  readonly kind: 'Cancel'
  readonly order: OrderId
}

/** Another price for a working order: cancel, then a new order, under the new command's id. */
export interface Amend extends CommandHead {
  readonly kind: 'Amend'
  readonly order: OrderId
  readonly limit: Ticks
}

export interface CancelAll extends CommandHead {
  readonly kind: 'CancelAll'
}

/** Cancels everything, closes everything, then halts. */
export interface Flatten extends CommandHead {
  readonly kind: 'Flatten'
  readonly person: string
}

export interface Halt extends CommandHead {
  readonly kind: 'Halt'
  readonly person: string
  /** As a person typed it; empty where nothing was. */
  readonly reason: string
}

/** Lifts a halt that a person or the loss latch made. */
export interface Unlock extends CommandHead {
  readonly kind: 'Unlock'
  readonly person: string
}

/** Lets a live gateway trade, after reconciliation. */
export interface Arm extends CommandHead {
  readonly kind: 'Arm'
  readonly person: string
}

/**
 * A person read the difference between the gateway's books and the venue's, and takes the venue's.
 */
export interface AcceptReconciliation extends CommandHead {
  readonly kind: 'AcceptReconciliation'
  readonly person: string
}

export interface SetLimits extends CommandHead {
  readonly kind: 'SetLimits'
  readonly person: string
  readonly limits: RiskLimits
}

/**
 * Paper money begins anew, as at the very first start; in simulated and paper alone, and only while
 * nothing works and nothing is held. It is acknowledged once the venue has done it.
 */
export interface ResetPaper extends CommandHead {
  readonly kind: 'ResetPaper'
  readonly person: string
}

/** Every command that a gateway takes. */
export type Command =
  | TargetPosition
  | OrderIntent
  | Amend
  | Cancel
  | CancelAll
  | Flatten
  | Halt
  | Unlock
  | Arm
  | AcceptReconciliation
  | SetLimits
  | ResetPaper

export type CommandKind = Command['kind']

/**
 * Commands for other workers, or about the talk itself: no order comes of them. Their epoch is
 * that of the receiver, or 0 of a sender that does not know it yet.
 */
export type ServiceCommand =
  | (CommandHead & {
      readonly kind: 'SetParameters'
      readonly owner: OwnerId
      readonly parameters: Readonly<Record<string, number | string | boolean>>
      readonly person: string
    })
  | (CommandHead & {
      readonly kind: 'SnapshotRequest'
      readonly instruments: readonly InstrumentId[]
    })
  | (CommandHead & {
      readonly kind: 'WarmUpRequest'
      readonly instrument: InstrumentId
      readonly count: number
    })
  /** Main is alive, and so many look: its windows, and the terminal, which counts as one. */
  | (CommandHead & { readonly kind: 'Beat'; readonly windows: number })
  /** A strategy decides nothing until it is resumed; what it wanted stands. */
  | (CommandHead & { readonly kind: 'Pause'; readonly person: string })
  | (CommandHead & { readonly kind: 'Resume'; readonly person: string })
  /** `speed`: session against wall time; `step`: so many quotes; `seek`: a stamp ahead, in µs. */
  | (CommandHead & {
      readonly kind: 'Replay'
      readonly action: ReplayAction
      readonly value: number
    })
  /** The machine is about to sleep, or woke: silence in between is nobody's death. */
  | (CommandHead & { readonly kind: 'Power'; readonly asleep: boolean })
  /** Leave in good order. */
  | (CommandHead & { readonly kind: 'Quit'; readonly reason: string })

export const REPLAY_ACTIONS = ['play', 'pause', 'step', 'speed', 'seek'] as const
export type ReplayAction = (typeof REPLAY_ACTIONS)[number]

export type ServiceCommandKind = ServiceCommand['kind']

/**
 * Commands that are answered with an `ack`: all that a gateway takes, and a strategy's settings.
 */
export type AnsweredKind = CommandKind | 'SetParameters' | 'Pause' | 'Resume'
