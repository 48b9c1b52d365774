import { DIRECTION_LABELS } from '../../src/core/ports/index.ts'
import type { Network } from './network.ts'
import { ForwardPass } from './network.ts'

export const CLASSES = DIRECTION_LABELS

/** How well a network foresees rows that it was not trained with. */
export interface Evaluation {
  readonly rows: number
  /** Share of rows whose likeliest class was right. */
  readonly accuracy: number
  /** Share of the commonest class: what answering always the same would get. */
  readonly majority: number
  /** Mean over the classes of the share of their rows that was found. */
  readonly balanced: number
  /** Rows by what was right, then by what was said. */
  readonly confusion: readonly (readonly number[])[]
  readonly rises: Call
  readonly falls: Call
}

/** Rows where one direction seemed likely enough to act upon. */
export interface Call {
  readonly rows: number
  /** Mean change of the mid over the horizon in those rows, in price ticks; NaN without rows. */
  readonly move: number
}

/** Probability from which the model strategy acts, as it is when nobody sets it. */
export const SURE = 0.6

/**
 * @param rows normalised.
 * @param moves change of the mid over the horizon, one a row.
 */
export function evaluate(
  network: Network,
  rows: Float32Array,
  labels: Uint8Array,
  moves: Float32Array,
): Evaluation {
  const forward = new ForwardPass(network)
  const confusion = CLASSES.map(() => CLASSES.map(() => 0))
  const calls = CLASSES.map(() => ({ rows: 0, sum: 0 }))
  for (let row = 0; row < labels.length; row++) {
    const probabilities = forward.run(rows, row)
    let said = 0
    for (let j = 1; j < CLASSES.length; j++) {
      if (probabilities[j]! > probabilities[said]!) said = j
    }
    confusion[labels[row]!]![said]!++
    if (probabilities[said]! < SURE) continue
    const call = calls[said]!
    call.rows++
    call.sum += moves[row]!
  }
  const totals = confusion.map((counts) => counts.reduce((sum, count) => sum + count, 0))
  const right = confusion.reduce((sum, counts, index) => sum + counts[index]!, 0)
  const found = confusion.map((counts, index) => counts[index]! / Math.max(1, totals[index]!))
  const [falls, , rises] = calls.map(({ rows, sum }) => ({ rows, move: sum / rows }))
  return {
    rows: labels.length,
    accuracy: right / labels.length,
    majority: Math.max(...totals) / labels.length,
    balanced: found.reduce((sum, share) => sum + share, 0) / CLASSES.length,
    confusion,
    rises: rises!,
    falls: falls!,
  }
}

/** An evaluation as a few lines for a terminal. */
export function describeEvaluation(title: string, evaluation: Evaluation): string {
  const { rows, accuracy, majority, balanced, confusion, rises, falls } = evaluation
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
  const line = (head: string, cells: readonly (number | string)[]): string =>
    head.padEnd(16) + cells.map((cell) => String(cell).padStart(8)).join('')
  const call = (name: string, { rows, move }: Call): string =>
    `${name} at ${SURE} or more: ${rows} rows, mid moved ${move.toFixed(2)} ticks on average`
  return [
    `${title}: ${rows} rows`,
    `right ${percent(accuracy)}, majority ${percent(majority)}, balanced ${percent(balanced)}`,
    line('was \\ said', CLASSES),
    ...confusion.map((counts, index) => line(CLASSES[index]!, counts)),
    call('up', rises),
    call('down', falls),
  ].join('\n')
}
