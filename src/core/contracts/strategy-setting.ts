/** One entry of `strategies` in the config file, checked but for the instruments of the market. */
export interface StrategySetting {
  /** Names the owner of its positions; stays the same over restarts. */
  readonly id: string
  readonly kind: string
  /** Symbols that it trades; undefined where it takes what the market offers. */
  readonly instruments: readonly string[] | undefined
  readonly parameters: Readonly<Record<string, unknown>>
  /** Path of a model's manifest; undefined for the shipped one. */
  readonly model: string | undefined
}

/** What trades where nobody said otherwise. */
export const DEFAULT_STRATEGIES: readonly StrategySetting[] = [
  { id: 'rule', kind: 'imbalance', instruments: undefined, parameters: {}, model: undefined },
  { id: 'model', kind: 'model', instruments: undefined, parameters: {}, model: undefined },
]
