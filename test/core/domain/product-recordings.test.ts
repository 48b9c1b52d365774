import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { sourceFolder } from '../../../scripts/resources/source-folder.ts'
import type { InstrumentId, Price, Symbol, TradingDay } from '../../../src/core/domain/index.ts'
import {
  beijingTime,
  instrumentOf,
  productOf,
  sessionAt,
  ticksOf,
} from '../../../src/core/domain/index.ts'
import { shippedCalendar, shippedProducts } from '../../adapters/resources/shipped.ts'
import { sayingsText } from '../../../src/core/contracts/index.ts'

const folder = join(sourceFolder(), 'shfe_l5_20200821/feed_a')
const absent = !existsSync(folder)
const why = absent ? ' (SKIPPED: ../shared/data and GHTRADER_TEST_DATA are absent)' : ''
const facts = shippedProducts()
const calendar = shippedCalendar()
const DAY = 20_200_821 as TradingDay
/** Rows looked at in each file, spread evenly: the whole hour would take seconds. */
const SAMPLE = 200

interface Recorded {
  readonly symbol: string
  readonly rows: readonly Readonly<Record<string, string>>[]
}

function recorded(file: string): Recorded {
  const lines = gunzipSync(readFileSync(join(folder, file)))
    .toString('latin1')
    .trim()
    .split('\n')
  const names = (lines[0] ?? '').split(',')
  const step = Math.max(1, Math.floor(lines.length / SAMPLE))
  const rows = lines
    .slice(1)
    .filter((_, index) => index % step === 0)
    .map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i] ?? '', cell])))
  return { symbol: basename(file, '.csv.gz'), rows }
}

const recordings = absent ? [] : readdirSync(folder).map(recorded)
const PRICES = ['last_price', 'bid_price1', 'ask_price1', 'bid_price5', 'ask_price5', 'highest']

describe('the recordings of 2020-08-21', () => {
  it.skipIf(absent)(`stand on the price step of every contract, which may be traded${why}`, () => {
    const wrong = recordings.flatMap(({ symbol, rows }) => {
      const made = instrumentOf(facts, calendar, symbol as Symbol, 0 as InstrumentId, DAY)
      if (!made.ok) return [made.error.message]
      const off = rows
        .flatMap((row) => PRICES.map((name) => Number(row[name])))
        .filter((price) => Number.isFinite(price))
        .filter((price) => Number.isNaN(ticksOf(made.value, price as Price)))
      const untradable = made.value.tradable ? [] : [`${symbol}: ${sayingsText(made.value.notes)}`]
      return [...untradable, ...off.map((price) => `${symbol} ${price}`)]
    })
    expect([recordings.length, wrong]).toEqual([58, []])
  })

  it.skipIf(absent)(`have turnover over volume and average in the multiplier's units${why}`, () => {
    const wrong = recordings.flatMap(({ symbol, rows }) => {
      const row = rows.at(-1)
      const [amount, volume] = [Number(row?.['amount']), Number(row?.['volume'])]
      const [high, low] = [Number(row?.['highest']), Number(row?.['lowest'])]
      const made = instrumentOf(facts, calendar, symbol as Symbol, 0 as InstrumentId, DAY)
      if (!(amount > 0 && volume > 0) || !made.ok) return []
      const average = amount / volume / made.value.multiplier
      const within = average >= low * 0.999 && average <= high * 1.001
      return within ? [] : [`${symbol}: ${average} is not from ${low} to ${high}`]
    })
    expect(wrong).toEqual([])
  })

  it.skipIf(absent)(`lie in continuous trading throughout${why}`, () => {
    const phases = recordings.flatMap(({ symbol, rows }) => {
      const made = instrumentOf(facts, calendar, symbol as Symbol, 0 as InstrumentId, DAY)
      const product = made.ok && productOf(facts, made.value.exchange, made.value.product)
      if (!product) return [`${symbol} is unknown`]
      return rows.map((row) => {
        const [hour = 0, minute = 0, second = 0] = (row['datetime'] ?? '')
          .slice(11, 19)
          .split(':')
          .map(Number)
        const session = sessionAt(product, calendar, beijingTime(DAY, hour, minute, second))
        return session.ok
          ? `${session.value.phase} ${session.value.tradingDay}`
          : session.error.code
      })
    })
    expect([...new Set(phases)]).toEqual(['continuous 20200821'])
  })
})
