import type { Instrument, Micros, Price, TradingDay } from '../domain/index.ts'
import type { DeskOptions } from './desk-options.ts'

/** How the built-in market is made; everything but the seed and the desk's own has a default. */
export interface SimulatedExchangeOptions extends DeskOptions {
  /** Everything random follows from it. */
  readonly seed: number
  /** Where an instrument begins, on its tick; a figure of our own where left out. */
  readonly startPrice?: (instrument: Instrument) => Price | undefined
  /** Book events an instrument and second, on average; 100. */
  readonly eventsPerSecond?: number
  /** `interval`: one of each instrument every interval. `change`: whenever five levels change. */
  readonly snapshots?: 'interval' | 'change'
  /** µs between snapshots and between steps of the drift; 500 ms. */
  readonly snapshotInterval?: Micros
  /** µs of the market's own time in a trading day; four hours. */
  readonly dayLength?: Micros
  /** Price limits either side of the settlement price before, as a share of it; 0.1. */
  readonly limitRatio?: number
  readonly nextTradingDay?: (day: TradingDay) => TradingDay
}
