import { saying } from '../contracts/index.ts'
import { Pace, PACE_PARAMETERS } from './pace.ts'
import { numberOf } from './parameters.ts'
import type { Strategy, StrategyDefinition } from './strategy.ts'
import { HOLD, INFER } from './strategy.ts'

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
    ...PACE_PARAMETERS,
  },
  create: (parameters, _instrument, standing) => {
    const up = numberOf(parameters, 'up')
    const down = numberOf(parameters, 'down')
    const leave = numberOf(parameters, 'leave')
    const pace = new Pace(parameters, standing)

    return {
      onQuote: () => INFER,
      onPrediction(outputs) {
        if (!pace.rested()) return HOLD
        const falls = outputs[0]!
        const rises = outputs[2]!
        const { held, lots } = pace
        let next = held
        if (rises >= up && rises > falls) next = lots
        else if (falls >= down) next = -lots
        else if (held > 0 && rises < leave) next = 0
        else if (held < 0 && falls < leave) next = 0
        return pace.turnTo(next, () =>
          saying('why.model', { down: falls.toFixed(2), up: rises.toFixed(2) }),
        )
      },
    } satisfies Strategy
  },
}
