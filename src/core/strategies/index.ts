import { imbalance } from './imbalance.ts'
import { model } from './model.ts'
import type { StrategyDefinition } from './strategy.ts'

export { checkParameters } from './parameters.ts'
export type { StrategySetting } from '../contracts/strategy-setting.ts'
export { DEFAULT_STRATEGIES } from '../contracts/strategy-setting.ts'
export type {
  ParameterFacts,
  Parameters,
  Strategy,
  StrategyDefinition,
  Verdict,
} from './strategy.ts'
export { HOLD, INFER, want } from './strategy.ts'

/** Every strategy that can be configured, by its kind. Adding one is one file and one line. */
export const STRATEGIES: readonly StrategyDefinition[] = [imbalance, model]

export function strategyOf(kind: string): StrategyDefinition | undefined {
  return STRATEGIES.find((definition) => definition.kind === kind)
}
