import { describe, expect, it } from 'vitest'
import { describeEvaluation, evaluate } from '../../../scripts/train/evaluation.ts'
import type { Network } from '../../../scripts/train/network.ts'

/** Three numbers a row are the logarithms of what each class gets. */
const ECHO: Network = [
  {
    inputs: 3,
    outputs: 3,
    weights: Float64Array.from([1, 0, 0, 0, 1, 0, 0, 0, 1]),
    biases: new Float64Array(3),
  },
]

const rows = Float32Array.from([0, 0, 9, 0, 0, 0.5, 9, 0, 0, 0, 9, 0, 0, 0, 9])
const labels = Uint8Array.from([2, 1, 0, 1, 0])
const moves = Float32Array.from([4, 0.5, -3, 0, -2])

describe('evaluation', () => {
  const evaluation = evaluate(ECHO, rows, labels, moves)

  it('counts what was said against what was right', () => {
    expect(evaluation).toEqual({
      rows: 5,
      accuracy: 3 / 5,
      majority: 2 / 5,
      balanced: expect.closeTo((1 / 2 + 1 / 2 + 1) / 3, 12) as number,
      confusion: [
        [1, 0, 1],
        [0, 1, 1],
        [0, 0, 1],
      ],
      rises: { rows: 2, move: 1 },
      falls: { rows: 1, move: -3 },
    })
  })

  it('is told in lines for a terminal', () => {
    expect(describeEvaluation('a market', evaluation).split('\n')).toEqual([
      'a market: 5 rows',
      'right 60.0 %, majority 40.0 %, balanced 66.7 %',
      'was \\ said          down    flat      up',
      'down                   1       0       1',
      'flat                   0       1       1',
      'up                     0       0       1',
      'up at 0.6 or more: 2 rows, mid moved 1.00 ticks on average',
      'down at 0.6 or more: 1 rows, mid moved -3.00 ticks on average',
    ])
  })
})
