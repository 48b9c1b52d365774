import { featureIndex } from '../engine/features/index.ts'
import { Pace, PACE_PARAMETERS } from './pace.ts'
import { numberOf } from './parameters.ts'
import type { Strategy, StrategyDefinition } from './strategy.ts'
import { HOLD } from './strategy.ts'

const TOP = featureIndex('top_imbalance')
const DEPTH = featureIndex('depth_imbalance')
const FLOW = featureIndex('order_flow_imbalance_32')

/**
 * Follows the book: long while bids outweigh asks at the top and over five levels and the order
 * flow agrees, short the other way round, flat once the top has turned.
 */
export const imbalance: StrategyDefinition = {
  kind: 'imbalance',
  about: 'Follows the imbalance of the book as long as the order flow agrees.',
  needsModel: false,
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

    return {
      onQuote(_quote, features) {
        if (!pace.rested()) return HOLD
        const top = features[TOP]!
        const depth = features[DEPTH]!
        const flow = features[FLOW]!
        const { held, lots } = pace
        let next = held
        if (held !== 0 && top * held < exit * Math.abs(held)) next = 0
        if (top >= enter && depth >= least && flow > 0) next = lots
        else if (top <= -enter && depth <= -least && flow < 0) next = -lots
        return next === held ? HOLD : pace.turnTo(next, () => reason(top, depth, flow))
      },
      onPrediction: () => HOLD,
    } satisfies Strategy
  },
}

function reason(top: number, depth: number, flow: number): string {
  return `top ${top.toFixed(2)}, five levels ${depth.toFixed(2)}, flow ${flow.toFixed(0)} lots`
}
