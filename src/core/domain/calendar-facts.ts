import type { Exchange } from './instrument.ts'
import type { TradingDay } from './units.ts'

/** Two times of day in UTC+8, `["21:00", "26:30"]`: hours above 23 lie after midnight. */
export type ClockSpan = readonly [from: string, until: string]

/** When a product trades on a normal day. A night belongs to the trading day after it. */
export interface TemplateFacts {
  readonly day: readonly ClockSpan[]
  readonly night: readonly ClockSpan[]
  readonly source: string
}

/** A trading day whose night is not what the rule says. */
export interface NightException {
  readonly tradingDay: TradingDay
  readonly exchanges: readonly Exchange[]
  /** When the night opened; null where there was none. */
  readonly opens: string | null
  readonly what: string
  readonly source: string
}

/** Trading days, first to last, that had no night. */
export interface NightSuspension {
  readonly from: TradingDay
  readonly until: TradingDay
  readonly exchanges: readonly Exchange[]
  readonly source: string
}

/**
 * `resources/calendar.json`: what is known about the trading days of the six exchanges, which
 * share one calendar.
 */
export interface CalendarFacts {
  readonly format: 1
  readonly about: string
  readonly compiled: string
  readonly sources: Readonly<Record<string, string>>
  /** First and last day that the list covers; nothing is guessed outside. */
  readonly first: TradingDay
  readonly last: TradingDay
  readonly templates: Readonly<Record<string, TemplateFacts>>
  /** The trading day's first session is preceded by an auction of so many minutes. */
  readonly auction: {
    readonly minutes: number
    readonly source: string
    readonly approximate: boolean
  }
  readonly night: {
    /** In words, the rule that `nightHeld` follows. */
    readonly rule: string
    readonly source: string
    readonly exceptions: readonly NightException[]
    readonly suspensions: readonly NightSuspension[]
  }
  /** Year to the weekdays (MMDD, one space between) on which nothing was traded. */
  readonly closedWeekdays: Readonly<Record<string, string>>
}
