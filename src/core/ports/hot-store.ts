import type { Failure, Mode } from '../contracts/index.ts'
import type { Result } from '../domain/index.ts'

/** What the latest state is kept of. */
export const HOT_KINDS = ['quote', 'order', 'position', 'account'] as const
export type HotKind = (typeof HOT_KINDS)[number]

/** Whose state it is: one store serves several instances beside each other. */
export interface HotPlace {
  readonly mode: Mode
  /** 1 to 24 of a–z, 0–9 and `_`. */
  readonly profile: string
}

/** The latest of one thing. */
export interface HotEntry {
  readonly kind: HotKind
  /** Unique within its kind: a symbol, an order's id, an owner and a symbol; any text. */
  readonly id: string
  /**
   * Anything that JSON can hold; NaN and the infinities become null, members that are undefined
   * vanish. Undefined itself takes the entry out.
   */
  readonly value: unknown
}

/** An entry as it was read back. */
export interface HotReading {
  readonly id: string
  readonly value: unknown
}

export interface HotStatus {
  readonly isConnected: boolean
  /** Why the last call failed; undefined once one has succeeded after it. */
  readonly lastError: Failure | undefined
  /** How long the last call that succeeded took, in ms; NaN before the first. */
  readonly latencyMs: number
}

/**
 * The latest state of one instance, for readers outside: never the truth about orders, which is in
 * the journal. Whoever writes goes on whatever comes back: a store that is down, hangs or refuses
 * answers with a failure within its deadline, and works again by itself once it is well.
 *
 * Failures: `store.unreachable` (nobody there, or the line broke), `store.slow` (no answer within
 * the deadline; what was sent may still arrive), `store.refused` (password, memory, read-only: the
 * server's own word).
 */
export interface HotStore {
  /** Writes all entries in one batch, in order: of two with one id the later stays. */
  put(entries: readonly HotEntry[]): Promise<Result<void, Failure>>
  /**
   * Tells listeners of the account's channel, who may be none: an object of JSON, to which the
   * mode is added as `mode`.
   */
  publish(message: Readonly<Record<string, unknown>>): Promise<Result<void, Failure>>
  /** Undefined when there is no such entry. */
  read(kind: HotKind, id: string): Promise<Result<unknown, Failure>>
  /** All entries of a kind, by id. */
  list(kind: HotKind): Promise<Result<readonly HotReading[], Failure>>
  /** Takes out all entries of this place, and of no other. */
  clear(): Promise<Result<void, Failure>>
  status(): HotStatus
  /** Breaks off what is under way; every later call fails with `store.unreachable`. */
  close(): Promise<void>
}

/** What all keys of a place begin with, or those of one kind: `ghtrader:paper:default:quote:`. */
export function hotPrefix({ mode, profile }: HotPlace, kind?: HotKind): string {
  const place = `ghtrader:${mode}:${profile}:`
  return kind === undefined ? place : `${place}${kind}:`
}

/** Where other readers find an entry: `ghtrader:paper:default:quote:SHFE.cu2412`. */
export function hotKey(place: HotPlace, kind: HotKind, id: string): string {
  return hotPrefix(place, kind) + id
}

/** Where news of an account are told, of every mode: `updates:account:default`. */
export function hotChannel({ profile }: HotPlace): string {
  return `updates:account:${profile}`
}
