import type { Instrument, Lots, Micros, Price, Quote } from '../domain/index.ts'
import { DEPTH, NO_PRICE, createQuote } from '../domain/index.ts'
import type { Answer } from '../history/index.ts'

/** A tick as history tells it, with the trading day that it belongs to. */
export interface ToldTicks {
  readonly quotes: readonly Quote[]
  /** yyyymmdd of each. */
  readonly days: readonly number[]
}

/** What a store told of ticks, as quotes; what it does not keep of them is absent. */
export function quotesOf({ id }: Instrument, { columns, rows }: Answer): ToldTicks {
  const place = new Map(columns.map((name, index) => [name, index]))
  const days: number[] = []
  const quotes = rows.map((row) => {
    const cell = (name: string): number => {
      const value = row[place.get(name) ?? -1]
      return typeof value === 'number' ? value : Number.NaN
    }
    const prices = (side: string): Price[] =>
      LEVELS.map((level) => cell(`${side}_price${level}`) as Price)
    const volumes = (side: string): Lots[] =>
      LEVELS.map((level) => (cell(`${side}_volume${level}`) || 0) as Lots)
    days.push(cell('trading_day'))
    return createQuote(
      id,
      cell('ts') as Micros,
      cell('recv_ts') as Micros,
      cell('feed_seq') || 0,
      cell('last') as Price,
      cell('volume'),
      cell('turnover'),
      cell('open_interest'),
      NO_PRICE,
      NO_PRICE,
      NO_PRICE,
      NO_PRICE,
      NO_PRICE,
      NO_PRICE,
      prices('bid'),
      volumes('bid'),
      prices('ask'),
      volumes('ask'),
    )
  })
  return { quotes, days }
}

/** A stretch of time summed up. */
export interface ToldBar {
  readonly at: number
  readonly day: number
  readonly open: number
  readonly high: number
  readonly low: number
  readonly close: number
  /** Lots; NaN where that was not asked. */
  readonly volume: number
  readonly openInterest: number
}

/** Rows of the questions `bars` and `chart`; those without a price are left out. */
export function barsOfAnswer({ columns, rows }: Answer): readonly ToldBar[] {
  const place = new Map(columns.map((name, index) => [name, index]))
  return rows.flatMap((row) => {
    const cell = (name: string): number => {
      const value = row[place.get(name) ?? -1]
      return typeof value === 'number' ? value : Number.NaN
    }
    const bar = {
      at: cell('ts'),
      day: cell('trading_day'),
      open: cell('open'),
      high: cell('high'),
      low: cell('low'),
      close: cell('close'),
      volume: cell('volume'),
      openInterest: cell('open_interest'),
    }
    return Number.isFinite(bar.close) ? [bar] : []
  })
}

const LEVELS = Array.from({ length: DEPTH }, (_, index) => index + 1)
