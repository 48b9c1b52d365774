import type { Cell, QuestionOf, TickGroup, TotalsBefore } from '../../../core/history/index.ts'
import { BEIJING_OFFSET, MICROS_PER_DAY } from '../../../core/domain/index.ts'
import type { Dialect } from './dialect.ts'
import type { Statement } from './statement.ts'
import { StatementParts } from './statement.ts'

type Bars = QuestionOf<'bars'>
type Chart = QuestionOf<'chart'>

/**
 * Ticks grouped by stretch and trading day, as `barsOf` wants them. In one go: over a sub-select
 * QuestDB groups on one thread.
 */
export function groupsStatement(question: Bars, dialect: Dialect, limit: number): Statement {
  const parts = new StatementParts(dialect)
  parts.ofTape(question.tape).equals('symbol', question.symbol)
  parts.between(question.from, question.to)
  const stretch = dialect.quotient(
    `(${dialect.micros('ts')} + ${BEIJING_OFFSET})`,
    dialect.whole(parts.value(question.length)),
  )
  const priced = (total: string): string => `CASE WHEN last IS NOT NULL THEN ${total} END`
  return parts.statement(
    `SELECT ${stretch} AS stretch, trading_day, ${dialect.first('last')}, max(last), min(last), ` +
      `${dialect.final('last')}, ${dialect.first('volume')}, ${dialect.final(priced('volume'))}, ` +
      `${dialect.first('turnover')}, ${dialect.final(priced('turnover'))}, ` +
      `${dialect.final(priced('open_interest'))}, count(last) ${parts.from('market_ticks')} ` +
      `GROUP BY stretch, trading_day ORDER BY stretch, trading_day LIMIT ${limit}`,
  )
}

export function tickGroup(length: number, row: readonly Cell[]): TickGroup {
  const [stretch, tradingDay, open, high, low, close, ...totals] = row as readonly number[]
  const [firstVolume, finalVolume, firstTurnover, finalTurnover, openInterest, ticks] = totals
  return {
    ts: stretch! * length - BEIJING_OFFSET,
    tradingDay: tradingDay!,
    open: open!,
    high: high!,
    low: low!,
    close: close!,
    firstVolume: firstVolume!,
    finalVolume: finalVolume!,
    firstTurnover: firstTurnover!,
    finalTurnover: finalTurnover!,
    openInterest: openInterest!,
    ticks: ticks!,
  }
}

/** A trading day lies within so much time: from Friday's night to Monday's afternoon. */
const LONGEST_TRADING_DAY = 4 * MICROS_PER_DAY

/** The last totals before the bars. */
export function totalsStatement(question: Bars, dialect: Dialect): Statement {
  const parts = new StatementParts(dialect)
  parts.ofTape(question.tape).equals('symbol', question.symbol)
  parts.between(Math.max(0, question.from - LONGEST_TRADING_DAY), question.from)
  parts.where('volume IS NOT NULL')
  return parts.statement(
    `SELECT trading_day, volume, turnover ${parts.from('market_ticks')} ` +
      `ORDER BY ${dialect.newestFirst} LIMIT 1`,
  )
}

export function totalsBefore(row: readonly Cell[] | undefined): TotalsBefore | undefined {
  if (row === undefined) return undefined
  const [tradingDay, volume, turnover] = row as readonly number[]
  return { tradingDay: tradingDay!, volume: volume!, turnover: turnover! }
}

/** How long each of the equal stretches of a chart is, in whole µs. */
export function chartStretch({ from, to, buckets }: Chart): number {
  return Math.max(1, Math.ceil((to - from) / buckets))
}

export function chartStatement(question: Chart, dialect: Dialect, limit: number): Statement {
  const parts = new StatementParts(dialect)
  const { from, to } = question
  parts.ofTape(question.tape).equals('symbol', question.symbol).between(from, to)
  const stretch = dialect.quotient(
    `(${dialect.micros('ts')} - ${dialect.whole(parts.value(from))})`,
    dialect.whole(parts.value(chartStretch(question))),
  )
  parts.where('last IS NOT NULL')
  return parts.statement(
    `SELECT ${stretch} AS stretch, ${dialect.opening('last')}, max(last), min(last), ` +
      `${dialect.closing('last')}, count(last) ${parts.from('market_ticks')} ` +
      `GROUP BY stretch ORDER BY stretch LIMIT ${limit}`,
  )
}
