import type { Failure } from '../contracts/errors.ts'
import { explained } from '../contracts/details/index.ts'
import type { Calendar, SessionTemplate, Span } from './calendar.ts'
import { isTradingDay, nextTradingDay, nightOpening, previousTradingDay } from './calendar.ts'
import { chosenFact } from './fact-choice.ts'
import type { Exchange } from './instrument.ts'
import type { SessionFact } from './product-facts.ts'
import type { Result } from './result.ts'
import { failed, ok } from './result.ts'
import { beijingDay, startOfDay } from './trading-day.ts'
import type { Micros, TradingDay } from './units.ts'
import { MICROS_PER_DAY, MICROS_PER_HOUR, MICROS_PER_MINUTE } from './units.ts'

export type SessionPhase = 'continuous' | 'auction' | 'break' | 'closed'

/** A stretch of time in which nothing about the session changes. */
export interface Session {
  readonly phase: SessionPhase
  readonly tradingDay: TradingDay
  readonly from: Micros
  /** The first instant that is no longer part of it. */
  readonly until: Micros
}

/** What must be known of a product to tell its sessions; a product of the facts file has it all. */
export interface SessionPlan {
  readonly exchange: Exchange
  readonly code: string
  readonly listed?: TradingDay
  readonly sessions: readonly SessionFact[]
}

/**
 * The hour (UTC+8) from which a closed market counts as the next trading day: late enough for the
 * day's last rows, which feeds send until about 16:00, and early enough for the night's auction.
 * The exchanges name no such moment; it is a choice of this project.
 */
export const TRADING_DAY_TURNS_AT = 18 * MICROS_PER_HOUR

/**
 * The session of an instant. Fails with `calendar.uncovered` where the calendar ends, and with
 * `product.incomplete` before the first session known of the product. The built-in market trades
 * always; its exchange turns its trading day itself, so here that is the calendar day.
 */
export function sessionAt(
  plan: SessionPlan,
  calendar: Calendar,
  at: Micros,
): Result<Session, Failure> {
  if (plan.exchange === 'SIM') return ok(alwaysOpen(at))
  const tradingDay = tradingDayAt(calendar, at)
  if (!tradingDay.ok) return tradingDay
  const sessions = sessionsOf(plan, calendar, tradingDay.value)
  if (!sessions.ok) return sessions
  const session = sessions.value.find(({ until }) => at < until)
  if (session === undefined) throw new RangeError(`no session holds ${at}`)
  return ok(session)
}

/** The trading day that an instant belongs to, whatever is traded. */
export function tradingDayAt(calendar: Calendar, at: Micros): Result<TradingDay, Failure> {
  const day = beijingDay(at)
  const open = isTradingDay(calendar, day)
  if (!open.ok) return open
  if (open.value && at < startOfDay(day) + TRADING_DAY_TURNS_AT) return ok(day)
  return nextTradingDay(calendar, day)
}

/** All stretches of a trading day in order, without a gap, from its turn to the next day's. */
export function sessionsOf(
  plan: SessionPlan,
  calendar: Calendar,
  tradingDay: TradingDay,
): Result<readonly Session[], Failure> {
  const fact = chosenFact(plan.sessions, tradingDay)
  if (fact === undefined) {
    return failed(
      explained('product.incomplete/no-session', {
        product: `${plan.exchange}.${plan.code}`,
        day: tradingDay,
      }),
    )
  }
  const template = calendar.templates.get(fact.template)
  if (template === undefined) {
    return failed(
      explained('product.incomplete/no-template', {
        product: `${plan.exchange}.${plan.code}`,
        template: fact.template,
      }),
    )
  }
  const previous = previousTradingDay(calendar, tradingDay)
  if (!previous.ok) return previous
  const nights = nightsOf(plan, calendar, template, tradingDay, previous.value)
  return ok(stretches(calendar, template.day, nights, tradingDay, previous.value))
}

function nightsOf(
  plan: SessionPlan,
  calendar: Calendar,
  template: SessionTemplate,
  tradingDay: TradingDay,
  previous: TradingDay,
): readonly Span[] {
  // A product's first night is the evening of its first trading day.
  if (template.night.length === 0 || plan.listed === tradingDay) return []
  const opening = nightOpening(calendar, plan.exchange, tradingDay, previous)
  if (opening === undefined) return []
  if (opening === 'usual') return template.night
  return template.night.map(({ from, until }) => ({ from: Math.max(from, opening), until }))
}

function stretches(
  calendar: Calendar,
  days: readonly Span[],
  nights: readonly Span[],
  tradingDay: TradingDay,
  previous: TradingDay,
): readonly Session[] {
  const eve = startOfDay(previous)
  const morning = startOfDay(tradingDay)
  const sessions: Session[] = []
  let from = (eve + TRADING_DAY_TURNS_AT) as Micros
  const add = (phase: SessionPhase, until: number): void => {
    sessions.push({ phase, tradingDay, from, until: until as Micros })
    from = until as Micros
  }
  const trade = (midnight: number, span: Span, before: SessionPhase): void => {
    if (sessions.length === 0) {
      add('closed', midnight + span.from - calendar.facts.auction.minutes * MICROS_PER_MINUTE)
      add('auction', midnight + span.from)
    } else {
      add(before, midnight + span.from)
    }
    add('continuous', midnight + span.until)
  }
  nights.forEach((span) => trade(eve, span, 'break'))
  days.forEach((span, index) => trade(morning, span, index === 0 ? 'closed' : 'break'))
  add('closed', morning + TRADING_DAY_TURNS_AT)
  return sessions
}

function alwaysOpen(at: Micros): Session {
  const tradingDay = beijingDay(at)
  const from = startOfDay(tradingDay)
  return { phase: 'continuous', tradingDay, from, until: (from + MICROS_PER_DAY) as Micros }
}
