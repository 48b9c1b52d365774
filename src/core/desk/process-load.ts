/** What waits in a process to be worked on: since when, or how much of it. */
export type Waiting =
  | { readonly unit: 'age'; readonly micros: number }
  | { readonly unit: 'rows'; readonly rows: number }

export interface ProcessLoad {
  /** Undefined where a process has no queue of its own, or told of none. */
  readonly waiting: Waiting | undefined
  /** How late its loop came, 99 of 100 looks, in µs; NaN where it was not told. */
  readonly loopP99: number
}

/**
 * @param figures of a beat. Strategies tell how old what they work on is, history how many rows
 *   wait for its store.
 */
export function processLoad(figures: Readonly<Record<string, number>>): ProcessLoad {
  return { waiting: waitingOf(figures), loopP99: figures['loop.p99_us'] ?? NaN }
}

function waitingOf(figures: Readonly<Record<string, number>>): Waiting | undefined {
  const { 'queue.age_us': micros, 'outbox.rows': rows } = figures
  if (micros !== undefined) return { unit: 'age', micros }
  return rows === undefined ? undefined : { unit: 'rows', rows }
}
