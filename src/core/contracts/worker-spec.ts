import type { FillRuleName } from '../exchange/fill-rule.ts'
import type { RiskLimits } from './limits.ts'
import type { Mode } from './modes.ts'
import type { StrategySetting } from './strategy-setting.ts'

/** The five kinds of long-lived process; each has a folder and a bundle of its name. */
export const WORKERS = ['gateway', 'strategy', 'exchange', 'history', 'watchdog'] as const
export type WorkerKind = (typeof WORKERS)[number]

/** Where a worker is found. Addresses as in `ports/bus.ts`. */
export interface Doors {
  /** PUB: its facts. */
  readonly publish: string
  /** PULL: commands for it. */
  readonly collect: string
  /** ROUTER: questions; of history alone. */
  readonly answer?: string | undefined
}

/** Where a secret is to be found; never the secret. */
export type SecretPlace =
  | { readonly variable: string }
  | /** A file that only this user can read. */ { readonly file: string }

/** What every process of an instance knows of itself and the others; main's own is made by main. */
export interface SpecHead {
  /** Tells it from all others of its instance: `gateway`, `strategy.rule`. */
  readonly name: string
  readonly mode: Mode
  readonly profile: string
  /** Empty but in replay: which run. */
  readonly runId: string
  /** Of the program that begot it; another version is not adopted. */
  readonly version: string
  /** Folder of sockets and registrations, 0700. */
  readonly runtime: string
  /** Folder of the instance's books. */
  readonly folder: string
  /** Shipped facts and models. */
  readonly resources: string
  readonly doors: Doors
  /** The workers it talks to, by name. */
  readonly peers: Readonly<Record<string, Doors>>
  /** CURVE keys of tcp doors; undefined where all doors are ipc. */
  readonly keys: SecretPlace | undefined
  /** Milliseconds of silence after which a process counts as stalled. */
  readonly silenceMs: number
  /** Milliseconds after the last beat of main at which it leaves; Infinity is written null. */
  readonly orphanMs: number | null
}

export interface GatewaySpec extends SpecHead {
  readonly worker: 'gateway'
  /** Folder of the whole installation: it holds the number of this installation. */
  readonly data: string
  /** Name of the exchange that is its market and its venue. */
  readonly exchange: string
  /** In paper: name of the exchange that is its market, where `exchange` is its venue alone. */
  readonly feed?: string | undefined
  /** Names of those who own positions. */
  readonly owners: readonly string[]
  /** In replay: strategies that are waited for at every step. */
  readonly lockStep: readonly string[]
  readonly limits: RiskLimits
  /** Whether its journal survives a power cut; only benchmarks and replays do without. */
  readonly durable: boolean
}

export interface StrategySpec extends SpecHead {
  readonly worker: 'strategy'
  readonly gateway: string
  readonly setting: StrategySetting
  /** Of the setting among all, for one that names no instruments. */
  readonly index: number
  readonly lockStep: boolean
}

export type MarketSpec =
  /** The built-in market. */
  | { readonly kind: 'simulated'; readonly seed: number; readonly rate: number }
  /** Recorded files; `speed` null for as fast as it goes. */
  | {
      readonly kind: 'replay'
      readonly paths: readonly string[]
      readonly symbol: string
      readonly fillRule: FillRuleName
      readonly speed: number | null
    }
  /** The quotes of a gateway, as they come: paper trading. */
  | {
      readonly kind: 'follow'
      /** Its name among the peers. */
      readonly gateway: string
      readonly fillRule: FillRuleName
      /** Milliseconds of session time after which a quote fills nothing any more. */
      readonly maxQuoteAgeMs: number
    }

export interface ExchangeSpec extends SpecHead {
  readonly worker: 'exchange'
  readonly market: MarketSpec
  /** CNY at the very first start. */
  readonly cash: number
  /** Mean delay each way; `seed` spreads it. */
  readonly latencyMs: number
  readonly seed: number
  readonly durable: boolean
}

export interface HistorySpec extends SpecHead {
  readonly worker: 'history'
  /** Whom it listens to: the gateway first, then the strategies. */
  readonly sources: readonly string[]
  /** Undefined: the embedded stores. */
  readonly redis: SecretPlace | undefined
  readonly questdb: SecretPlace | undefined
  readonly questdbPg: SecretPlace | undefined
}

export interface WatchdogSpec extends SpecHead {
  readonly worker: 'watchdog'
  readonly gateway: string
  readonly exchange: string
}

/** What a worker is told at birth, as its one JSON argument. */
export type WorkerSpec = GatewaySpec | StrategySpec | ExchangeSpec | HistorySpec | WatchdogSpec
export type SpecOf<Kind extends WorkerKind> = Extract<WorkerSpec, { readonly worker: Kind }>
