import type { Mode } from '../contracts/index.ts'
import type { Cell } from './column.ts'

/** The rows of one mode, profile and run. `runId` is empty but in replay and backtest. */
export interface Tape {
  readonly mode: Mode
  readonly profile: string
  readonly runId: string
}

/** How much an answer may cost. */
export interface Bounds {
  /** Rows of the answer at most, 10,000 unless raised; see `Answer.capped`. */
  readonly rows?: number
  /** Wall time from asking to the answer, 5,000 ms unless said otherwise. */
  readonly deadlineMillis?: number
}

export const USUAL_ROWS = 10_000
export const MOST_ROWS = 1_000_000
export const USUAL_DEADLINE = 5_000
export const LONGEST_DEADLINE = 60_000

interface OfTape extends Bounds {
  readonly tape: Tape
}

/** Epoch µs; `to` is no longer part of it. */
interface Span {
  readonly from: number
  readonly to: number
}

interface Contract {
  /** `EXCHANGE.code`. */
  readonly symbol: string
}

interface OfOwner {
  /** A strategy's name, or `hand`. */
  readonly owner: string
}

/** Everything that can be asked of a history. Rows come in order of time unless said otherwise. */
export interface Questions {
  /** The last `count` ticks of a contract. */
  'last-ticks': OfTape & Contract & { readonly count: number }
  ticks: OfTape & Contract & Span
  /**
   * Bars made of the ticks, as `createBarBuilder` of the core makes them: `length` in µs, counted
   * from midnight in UTC+8; none where there were no ticks.
   */
  bars: OfTape & Contract & Span & { readonly length: number }
  /** Bars as they were written, `length` a whole number of seconds, in µs. */
  'stored-bars': OfTape & Contract & Span & { readonly length: number }
  /** First, lowest, highest and final price in so many stretches of equal width; no empty ones. */
  chart: OfTape & Contract & Span & { readonly buckets: number }
  fills: OfTape & Span
  /** The last row of every owner and contract, in their order. */
  positions: OfTape
  /** The last event of every order since `from`, in the order of their ids. */
  orders: OfTape & { readonly from: number }
  'order-events': OfTape & { readonly orderId: string }
  /** The last tick of every contract within the span, in the order of their symbols. */
  latest: OfTape & Span
  account: OfTape & Span
  signals: OfTape & OfOwner & Span
  decisions: OfTape & OfOwner & Span
  acks: OfTape & Span
  settlements: OfTape & Span
  /** Which contracts have ticks on which trading days, in that order. */
  coverage: OfTape & Span
  /** Which tapes have ticks on which trading days: the one question over all tapes. */
  tapes: Bounds & Span
}

export type QuestionKind = keyof Questions

export type QuestionOf<Kind extends QuestionKind> = { readonly kind: Kind } & Questions[Kind]

export type Question = { [Kind in QuestionKind]: QuestionOf<Kind> }[QuestionKind]

/** Plain data: numbers (NaN where absent), text, and lists of numbers. The same from any store. */
export interface Answer {
  /** `ANSWER_COLUMNS` of the question. */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** There were more rows; the first ones are here. */
  readonly capped: boolean
}
