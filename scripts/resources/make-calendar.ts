import type {
  CalendarFacts,
  ClockSpan,
  NightException,
  NightSuspension,
  TemplateFacts,
} from '../../src/core/domain/index.ts'
import { EXCHANGES, clockTime } from '../../src/core/domain/index.ts'
import { dayOf } from './days.ts'

/** The collected facts as they lie, as far as the script reads them. */
export interface RawTradingDays {
  readonly compiled: string
  readonly last: string
  readonly trusted_for_futures_from: string
  readonly sources: Readonly<Record<string, { readonly source: string; readonly licence: string }>>
  readonly closed_weekdays: Readonly<Record<string, string>>
  readonly trading_days: Readonly<Record<string, string>>
  readonly night: {
    readonly rule_source: string
    readonly exceptions: readonly {
      readonly trading_day: string
      readonly exchanges?: readonly string[]
      readonly what: string
      readonly source: string
    }[]
    readonly suspensions: readonly {
      readonly exchanges: readonly string[]
      readonly trading_days: readonly [string, string]
      readonly source: string
    }[]
  }
}

export interface RawSessions {
  readonly sources: Readonly<Record<string, string>>
  readonly templates: Readonly<Record<string, TemplateFacts>>
  readonly auctions: {
    readonly source: string
    readonly day: ClockSpan
    readonly night: ClockSpan
    readonly cffex: ClockSpan
    readonly cffex_before_change: ClockSpan
  }
}

const ABOUT =
  'Trading days, which the six exchanges share, and session templates; Beijing time (UTC+8), hours ' +
  'above 23 lie after midnight. closedWeekdays: MMDD by year; weekends are always closed, working ' +
  'weekends included. Nothing is known after the last day: add the weekdays closed in a new year ' +
  'and raise it. Made by npm run calendar.'

const RULE =
  'The evening before a trading day belongs to it. It has no night when a public holiday lies ' +
  'between it and the trading day before (a weekday between them is closed); a weekend does not ' +
  'matter. A product has none before its listing day. Exceptions and suspensions come on top.'

/** The facts file out of what was collected. @throws RangeError when two facts disagree. */
export function makeCalendar(days: RawTradingDays, sessions: RawSessions): CalendarFacts {
  const first = dayOf(days.trusted_for_futures_from)
  const years = Object.entries(days.closed_weekdays).filter(
    ([year]) => Number(year) >= Math.floor(first / 10_000),
  )
  return {
    format: 1,
    about: ABOUT,
    compiled: days.compiled,
    sources: sourcesOf(days, sessions),
    first,
    last: dayOf(days.last),
    templates: Object.fromEntries(
      Object.entries(sessions.templates).map(([name, { day, night, source }]) => [
        name,
        { day, night, source },
      ]),
    ),
    auction: {
      minutes: auctionMinutes(sessions.auctions),
      source: sessions.auctions.source,
      approximate: true,
    },
    night: {
      rule: RULE,
      source: days.night.rule_source,
      exceptions: days.night.exceptions.flatMap(exceptionOf),
      suspensions: days.night.suspensions.map(suspensionOf),
    },
    closedWeekdays: Object.fromEntries(years),
  }
}

/** Both lists' sources; one that tells of both gets both texts. */
function sourcesOf(days: RawTradingDays, sessions: RawSessions): CalendarFacts['sources'] {
  const sources: Record<string, string> = { REC: 'recordings of 2014, 2015 and 2021' }
  for (const [name, { source, licence }] of Object.entries(days.sources)) {
    sources[name] = `${source} (${licence})`
  }
  for (const [name, text] of Object.entries(sessions.sources)) {
    if (name === 'REC') continue
    const known = sources[name]
    sources[name] = known === undefined ? text : `${known}; sessions: ${text}`
  }
  return sources
}

/** All auctions that were seen last equally long, right before the day's first session. */
function auctionMinutes(auctions: RawSessions['auctions']): number {
  const lengths = [auctions.day, auctions.night, auctions.cffex, auctions.cffex_before_change].map(
    ([from, until]) => (clockTime(until) - clockTime(from)) / 60_000_000,
  )
  const [minutes] = lengths
  if (minutes === undefined || lengths.some((length) => length !== minutes)) {
    throw new RangeError(`auctions last ${lengths.join(', ')} minutes; the calendar has one length`)
  }
  return minutes
}

type RawException = RawTradingDays['night']['exceptions'][number]

function exceptionOf(raw: RawException): readonly NightException[] {
  if (raw.exchanges === undefined) return []
  const opens = /opened at (\d\d:\d\d)/.exec(raw.what)?.[1] ?? null
  return [
    {
      tradingDay: dayOf(raw.trading_day),
      exchanges: exchanges(raw.exchanges),
      opens,
      what: raw.what,
      source: raw.source,
    },
  ]
}

function suspensionOf(raw: RawTradingDays['night']['suspensions'][number]): NightSuspension {
  const [from, until] = raw.trading_days
  return {
    from: dayOf(from),
    until: dayOf(until),
    exchanges: exchanges(raw.exchanges),
    source: raw.source,
  }
}

function exchanges(names: readonly string[]): NightException['exchanges'] {
  return EXCHANGES.filter((exchange) => names.includes(exchange))
}
