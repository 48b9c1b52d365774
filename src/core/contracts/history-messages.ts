import type { Answer, Question } from '../history/index.ts'
import type { Failure } from './errors.ts'

/** A question to the history process; the asker numbers them and finds the answer by that. */
export interface HistoryQuestion {
  readonly kind: 'question'
  readonly id: number
  readonly question: Question
}

export type HistoryReply =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly kind: 'no-answer'; readonly id: number; readonly failure: Failure }
