/**
 * A tick's way through the gateway: its stamp, then in µs when it was handed over, when it left
 * for the strategy, when the target came, when its group was about to be written, when it was on
 * the disk, and when the order was with the venue.
 */
export type Way = readonly [number, number, number, number, number, number, number]

/**
 * In the strategy: the tick's stamp, then when it came, the model was asked, answered, the target
 * left.
 */
export type Thought = readonly [number, number, number, number, number]

export interface LoopReport {
  readonly ways: readonly Way[]
  readonly missed: number
  /** From tick to order at a steady rate. */
  readonly paced: readonly number[]
  readonly figures: Readonly<Record<string, number>>
}

export interface ThoughtReport {
  readonly thoughts: readonly Thought[]
  readonly figures: Readonly<Record<string, number>>
  /** MB. */
  readonly heap: number
}

/** What each part of the way took, in µs, tick by tick. */
export function partsOf(
  ways: readonly Way[],
  thoughts: readonly Thought[],
): Readonly<Record<string, Float64Array>> {
  const byStamp = new Map(thoughts.map((thought) => [thought[0], thought]))
  const rows = ways.flatMap(([at, handed, published, collected, write, written, ordered]) => {
    const thought = byStamp.get(at)
    if (thought === undefined) return []
    const [, heard, asked, answered, sent] = thought
    return [
      [
        published - handed,
        heard - published,
        asked - heard,
        answered - asked,
        sent - answered,
        collected - sent,
        write - collected,
        written - write,
        ordered - written,
      ],
    ]
  })
  const named = PARTS.map((name, part) => [name, Float64Array.from(rows, (row) => row[part]!)])
  return Object.fromEntries(named) as Record<string, Float64Array>
}

const PARTS = [
  'split_publish',
  'split_to_strategy',
  'split_decode_features',
  'split_inference',
  'split_target',
  'split_to_gateway',
  'split_plan_gate',
  'split_journal',
  'split_to_venue',
] as const
