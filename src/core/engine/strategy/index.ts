export type { InferenceRequest, StrategyEffect } from './effects.ts'
export { StrategyEngine } from './strategy-engine.ts'
export type { StrategyEngineOptions } from './strategy-engine.ts'
