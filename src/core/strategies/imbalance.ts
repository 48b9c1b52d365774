import type { Saying } from '../contracts/index.ts'
import { saying } from '../contracts/index.ts'
import type { FeatureName } from '../engine/features/index.ts'
import { featureIndex } from '../engine/features/index.ts'
import { Pace, PACE_PARAMETERS } from './pace.ts'
import { numberOf } from './parameters.ts'
import type { Strategy, StrategyDefinition } from './strategy.ts'
import { HOLD } from './strategy.ts'

const READS = [
  'top_imbalance',
  'depth_imbalance',
  'order_flow_imbalance_32',
] as const satisfies readonly FeatureName[]
const [TOP, DEPTH, FLOW] = READS.map(featureIndex) as [number, number, number]

/**
 * Follows the book: long while bids outweigh asks at the top and over five levels and the order
 * flow agrees, short the other way round, flat once the top has turned.
 */
export const imbalance: StrategyDefinition = {
  kind: 'imbalance',
  about: 'Follows the imbalance of the book as long as the order flow agrees.',
  needsModel: false,
  reads: READS,
  parameters: {
    enter: { default: 0.5, least: 0, most: 1, meaning: 'top-of-book imbalance that opens' },
    exit: { default: 0, least: -1, most: 1, meaning: 'imbalance for the position that closes it' },
    depth: { default: 0.1, least: 0, most: 1, meaning: 'five-level imbalance that must agree' },
    ...PACE_PARAMETERS,
  },
  create: (parameters, _instrument, standing) => {
    const enter = numberOf(parameters, 'enter')
    const exit = numberOf(parameters, 'exit')
    const least = numberOf(parameters, 'depth')
    const pace = new Pace(parameters, standing)

    const { lots } = pace
    /** What it held before its last change. */
    let before: number | undefined

    const next = (held: number, features: Float32Array): number => {
      const top = features[TOP]!
      const depth = features[DEPTH]!
      const flow = features[FLOW]!
      if (top >= enter && depth >= least && flow > 0) return lots
      if (top <= -enter && depth <= -least && flow < 0) return -lots
      return held !== 0 && top * held < exit * Math.abs(held) ? 0 : held
    }

    return {
      onQuote(_quote, features) {
        if (!pace.rested()) return HOLD
        const { held } = pace
        const wanted = next(held, features)
        if (wanted === held) return HOLD
        before = held
        return pace.turnTo(wanted, () => reason(features))
      },
      onPrediction: () => HOLD,
      wouldWant: (features) => (before === undefined ? undefined : next(before, features)),
    } satisfies Strategy
  },
}

function reason(features: Float32Array): Saying {
  const [top, depth, flow] = [features[TOP]!, features[DEPTH]!, features[FLOW]!]
  return saying('why.imbalance', {
    top: top.toFixed(2),
    levels: depth.toFixed(2),
    flow: flow.toFixed(0),
  })
}
