import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Fen, Instrument, Micros, Quote } from '../../../../src/core/domain/index.ts'
import {
  BEIJING_OFFSET,
  beijingTime,
  simulatedInstruments,
} from '../../../../src/core/domain/index.ts'
import type { TradingDay } from '../../../../src/core/domain/index.ts'
import { createSimulatedExchange } from '../../../../src/core/exchange/index.ts'
import { shippedProducts } from '../../../adapters/resources/shipped.ts'

const DAY = 20_260_105 as TradingDay
export const RECORDED_FROM = beijingTime(DAY, 10)

const LEVELS = [1, 2, 3, 4, 5]
const COLUMNS = [
  ...'local_nano_time,quote_nano_time,datetime,last_price,highest,lowest,open,close'.split(','),
  ...'average,volume,amount,open_interest'.split(','),
  ...LEVELS.flatMap((n) => [`ask_price${n}`, `ask_volume${n}`, `bid_price${n}`, `bid_volume${n}`]),
]

/**
 * Records the built-in market as two files, `SIM.cu.csv` and, zipped, `SIM.ag.csv.gz`.
 *
 * @returns the folder of the files and the number of quotes in both.
 */
export function writeRecordings(folder: string, seconds: number): number {
  const instruments = simulatedInstruments(shippedProducts())
  const quotes = recorded(instruments, seconds)
  let count = 0
  for (const name of ['SIM.cu', 'SIM.ag']) {
    const id = instruments.find(({ symbol }) => symbol === name)?.id
    const rows = quotes.filter(({ instrument }) => instrument === id).map(row)
    const text = `${[COLUMNS.join(','), ...rows].join('\n')}\n`
    count += rows.length
    if (name === 'SIM.cu') writeFileSync(join(folder, 'SIM.cu.csv'), text)
    else writeFileSync(join(folder, 'SIM.ag.csv.gz'), gzipSync(text))
  }
  return count
}

function recorded(instruments: readonly Instrument[], seconds: number): readonly Quote[] {
  const exchange = createSimulatedExchange({
    instruments,
    initialCash: 0 as Fen,
    tradingDay: DAY,
    seed: 11,
  })
  const quotes: Quote[] = []
  for (let half = 0; half <= 2 * seconds; half++) {
    quotes.push(...exchange.advance((RECORDED_FROM + half * 500_000) as Micros).quotes)
  }
  return quotes
}

function row(quote: Quote): string {
  const { at, last, high, low, open, volume, turnover, openInterest } = quote
  const stamp = new Date((at + BEIJING_OFFSET) / 1000).toISOString()
  const time = stamp.replace('T', ' ').replace('Z', '000')
  const book = LEVELS.flatMap((_, level) => [
    quote.askPrices[level],
    quote.askVolumes[level],
    quote.bidPrices[level],
    quote.bidVolumes[level],
  ])
  const cells = [`${at}000`, `${at}000`, time, last, high, low, open, NaN, NaN]
  return [...cells, volume, turnover, openInterest, ...book].map(cellText).join(',')
}

function cellText(value: unknown): string {
  return Number.isNaN(value) ? 'nan' : String(value)
}
