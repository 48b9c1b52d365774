import type { WorkingStyle } from '../contracts/index.ts'
import { numberOf, textOf } from './parameters.ts'
import type { Strategy, StrategyDefinition } from './strategy.ts'
import { HOLD, INFER, want } from './strategy.ts'

/**
 * Asks a model on every quote and follows the label that is likely enough. Its model's labels are
 * `down`, `flat`, `up`, in this order.
 */
export const model: StrategyDefinition = {
  kind: 'model',
  about: 'Asks a model on every quote and follows what is likely enough.',
  needsModel: true,
  parameters: {
    up: { default: 0.6, least: 0, most: 1, meaning: 'probability of up that opens a long' },
    down: { default: 0.6, least: 0, most: 1, meaning: 'probability of down that opens a short' },
    leave: { default: 0.4, least: 0, most: 1, meaning: 'probability below which it closes' },
    lots: { default: 1, least: 1, most: 1000, whole: true, meaning: 'lots of a position' },
    rest: {
      default: 4,
      least: 0,
      most: 100_000,
      whole: true,
      meaning: 'predictions between two changes',
    },
    style: { default: 'cross', oneOf: ['cross', 'join'], meaning: 'take prices, or wait at them' },
  },
  create: (parameters, _instrument, standing) => {
    const up = numberOf(parameters, 'up')
    const down = numberOf(parameters, 'down')
    const leave = numberOf(parameters, 'leave')
    const lots = numberOf(parameters, 'lots')
    const rest = numberOf(parameters, 'rest')
    const style = textOf(parameters, 'style') as WorkingStyle
    let held: number = standing
    let waited = rest

    return {
      onQuote: () => INFER,
      onPrediction(outputs) {
        waited++
        if (waited <= rest) return HOLD
        const falls = outputs[0]!
        const rises = outputs[2]!
        let next = held
        if (rises >= up && rises > falls) next = lots
        else if (falls >= down) next = -lots
        else if (held > 0 && rises < leave) next = 0
        else if (held < 0 && falls < leave) next = 0
        if (next === held) return HOLD
        held = next
        waited = 0
        return want(next, style, `down ${falls.toFixed(2)}, up ${rises.toFixed(2)}`)
      },
    } satisfies Strategy
  },
}
