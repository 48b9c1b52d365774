import type { RiskLimits } from '../../../core/contracts/index.ts'
import type { FillRuleName } from '../../../core/exchange/index.ts'
import type { StrategySetting } from '../../../core/strategies/index.ts'

export type { StrategySetting }

/** Everything that a start can be told. */
export interface Settings {
  /** Files and folders to replay; empty for the built-in market. */
  readonly replay: readonly string[]
  /** Session time against wall time in replay; Infinity runs through. */
  readonly speed: number
  /** Contract of a recording that does not tell its own; empty for none. */
  readonly symbol: string
  /** Folder of all that is kept. */
  readonly data: string
  readonly profile: string
  readonly seed: number
  /** Book events an instrument and second in the built-in market. */
  readonly rate: number
  readonly fillRule: FillRuleName
  /** Mean delay each way between gateway and exchange. */
  readonly latencyMs: number
  /** CNY of the account at its very first start. */
  readonly cash: number
  /** Wall time after which the run ends by itself; Infinity for never. */
  readonly seconds: number
  readonly noModel: boolean
  /** Everything in one process, without workers, stores and windows. */
  readonly oneProcess: boolean
  /** URL of a Redis for the latest figures; empty for none. A secret. */
  readonly redis: string
  /**
   * Where QuestDB takes rows, as `http::addr=host:9000;`; empty for the embedded store. A secret.
   */
  readonly questdb: string
  /** Where QuestDB answers questions, a PostgreSQL URL. A secret. */
  readonly questdbPg: string
  /** Read by whoever starts the program, as it decides which one. */
  readonly noElectron: boolean
  readonly noOpen: boolean
  readonly noWeb: boolean
  /** Of the local page; 0 for any that is free. */
  readonly webPort: number
  /** Where folders of sockets are made; empty for the system's place. */
  readonly runtime: string
  /** Milliseconds of silence after which a process counts as stalled. */
  readonly silenceMs: number
  /** Undefined: the rule and the model, each on its own instrument. */
  readonly strategies: readonly StrategySetting[] | undefined
  /** Bounds of the gate. */
  readonly limits: RiskLimits
}

export type SettingName = Exclude<keyof Settings, 'strategies' | 'limits'>
