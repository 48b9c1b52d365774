import { UNMEASURED } from '../../src/core/contracts/index.ts'

/** Monotonic stamps, in µs, of the way from a quote to what came of it. */
export interface Course {
  /** The gateway's own, when it said the quote. */
  readonly saidAt: number
  /** When its frame reached this process. */
  readonly arrivedAt: number
  /** When it had led to a verdict, or to a question to the model. */
  readonly readyAt: number
  /** When the model had answered; NaN where none was asked. */
  readonly answeredAt: number
}

/** Longer than an hour: whoever stood still for so long has other troubles. */
const LONGEST = 0xffff_ffff

/**
 * How long each of `STRATEGY_STAGES` took, in whole µs; NaN for the model where none was asked.
 *
 * @param now when the target leaves.
 */
export function stagesOf(
  { saidAt, arrivedAt, readyAt, answeredAt }: Course,
  now: number,
): readonly number[] {
  if (Number.isNaN(saidAt)) return UNMEASURED
  const decidedFrom = Number.isNaN(answeredAt) ? readyAt : answeredAt
  return [
    passed(saidAt, arrivedAt),
    passed(arrivedAt, readyAt),
    passed(readyAt, answeredAt),
    passed(decidedFrom, now),
  ]
}

function passed(from: number, until: number): number {
  return Math.min(Math.max(0, until - from), LONGEST)
}
