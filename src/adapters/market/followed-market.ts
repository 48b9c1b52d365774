import type { Failure } from '../../core/contracts/index.ts'
import type { Calendar, Instrument, Micros, Result, TradingDay } from '../../core/domain/index.ts'
import { ok, tradingDayAt } from '../../core/domain/index.ts'
import type { FillRuleName } from '../../core/exchange/index.ts'
import type { MarketFacts } from './facts.ts'
import type { QuotedMarket } from './quoted-market.ts'
import { quotedMarket } from './quoted-market.ts'
import type { Sessions } from './sessions.ts'
import { createSessions } from './sessions.ts'

export interface FollowRequest {
  /** What the one that is followed lists. */
  readonly instruments: readonly Instrument[]
  /** Its session time now. */
  readonly at: Micros
  readonly fillRule: FillRuleName
  /** µs of session time after which a quote fills nothing any more. */
  readonly freshFor: number
}

/** Hours and days are those of the calendar; the rest is what is listed. */
export function followedMarket(
  facts: MarketFacts,
  { instruments, at, fillRule, freshFor }: FollowRequest,
): Result<QuotedMarket, Failure> {
  const sessions = createSessions(facts, instruments)
  const day = dayOf(sessions, facts.calendar, instruments, at)
  if (!day.ok) return day
  const tradingDay = day.value
  return ok(quotedMarket({ instruments, sessions, tradingDay, fillRule, freshFor, notes: [] }))
}

/** The trading day of whatever has one; the calendar's, where nothing that is listed has. */
function dayOf(
  sessions: Sessions,
  calendar: Calendar,
  instruments: readonly Instrument[],
  at: Micros,
): Result<TradingDay, Failure> {
  const days = instruments.map(({ id }) => sessions.tradingDay(id, at))
  const known = days.filter((day) => !Number.isNaN(day))
  return known.length === 0 ? tradingDayAt(calendar, at) : ok(Math.min(...known) as TradingDay)
}
