import type { WorkingStyle } from '../contracts/index.ts'
import { featureIndex } from '../engine/features/index.ts'
import { numberOf, textOf } from './parameters.ts'
import type { Strategy, StrategyDefinition } from './strategy.ts'
import { HOLD, want } from './strategy.ts'

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
    lots: { default: 1, least: 1, most: 1000, whole: true, meaning: 'lots of a position' },
    rest: {
      default: 4,
      least: 0,
      most: 100_000,
      whole: true,
      meaning: 'ticks between two changes',
    },
    style: { default: 'cross', oneOf: ['cross', 'join'], meaning: 'take prices, or wait at them' },
  },
  create: (parameters, _instrument, standing) => {
    const enter = numberOf(parameters, 'enter')
    const exit = numberOf(parameters, 'exit')
    const least = numberOf(parameters, 'depth')
    const lots = numberOf(parameters, 'lots')
    const rest = numberOf(parameters, 'rest')
    const style = textOf(parameters, 'style') as WorkingStyle
    let held: number = standing
    let waited = rest

    return {
      onQuote(_quote, features) {
        waited++
        if (waited <= rest) return HOLD
        const top = features[TOP]!
        const depth = features[DEPTH]!
        const flow = features[FLOW]!
        let next = held
        if (held !== 0 && top * held < exit * Math.abs(held)) next = 0
        if (top >= enter && depth >= least && flow > 0) next = lots
        else if (top <= -enter && depth <= -least && flow < 0) next = -lots
        if (next === held) return HOLD
        held = next
        waited = 0
        return want(next, style, reason(top, depth, flow))
      },
      onPrediction: () => HOLD,
    } satisfies Strategy
  },
}

function reason(top: number, depth: number, flow: number): string {
  return `top ${top.toFixed(2)}, five levels ${depth.toFixed(2)}, flow ${flow.toFixed(0)} lots`
}
