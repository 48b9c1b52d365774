import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type {
  Exchange,
  Instrument,
  Lots,
  Micros,
  Price,
  Quote,
  Symbol,
} from '../../../../src/core/domain/index.ts'
import { createQuote, DEPTH, NO_PRICE } from '../../../../src/core/domain/index.ts'
import { instrumentFixture } from '../../instrument-fixture.ts'

const DATA = process.env['GHTRADER_TEST_DATA'] ?? resolve(process.cwd(), '../shared/data')
const FOLDER = join(DATA, 'shfe_l5_20200821', 'feed_a')

/** Whether the recorded hour of 2020-08-21 is there; without it tests say what they skip. */
export const recordingsAreThere = existsSync(FOLDER)

export type Row = Readonly<Record<string, number>>

export function recordingOf(symbol: string): string {
  return join(FOLDER, `${symbol}.csv.gz`)
}

/** Runs one query and gives its rows; every column must be a number or NULL, which becomes NaN. */
export async function query(sql: string): Promise<Row[]> {
  const database = await DuckDBInstance.create(':memory:')
  const connection = await database.connect()
  const rows = (await connection.runAndReadAll(sql)).getRowObjectsJS()
  connection.closeSync()
  database.closeSync()
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [key, value === null ? NaN : Number(value)]),
    ),
  )
}

/**
 * The rows of one recording as a table of doubles, numbered from 0 in the order of the file;
 * `stamp` in microseconds of UTC, absent prices NULL.
 */
export function recordedRows(symbol: string): string {
  const number = (name: string): string => `nullif(${name}::double, 'nan'::double) as ${name}`
  const sides = ['ask_price', 'ask_volume', 'bid_price', 'bid_volume']
  const levels = [1, 2, 3, 4, 5].flatMap((level) => sides.map((side) => `${side}${level}`))
  const totals = ['last_price', 'highest', 'lowest', 'open', 'volume', 'amount', 'open_interest']
  return `select row_number() over () - 1 as position,
    epoch_us(datetime::timestamp) - 28800000000 as stamp,
    ${[...totals, ...levels].map(number).join(', ')}
    from read_csv('${recordingOf(symbol)}', header = true, all_varchar = true)`
}

const read = new Map<Symbol, Promise<Quote[]>>()

/** The quotes of one recording, read once; it holds no price limits and no settlement price. */
export function recordedQuotes(instrument: Instrument): Promise<Quote[]> {
  const quotes = read.get(instrument.symbol) ?? readQuotes(instrument)
  read.set(instrument.symbol, quotes)
  return quotes
}

async function readQuotes(instrument: Instrument): Promise<Quote[]> {
  const rows = await query(`${recordedRows(instrument.symbol)} order by position`)
  return rows.map((row) => {
    const level = <Value extends number>(name: string): Value[] => {
      const values: Value[] = []
      for (let at = 1; at <= DEPTH; at++) values.push(row[`${name}${at}`] as Value)
      return values
    }
    return createQuote(
      instrument.id,
      row['stamp'] as Micros,
      row['stamp'] as Micros,
      0,
      row['last_price'] as Price,
      row['volume']!,
      row['amount']!,
      row['open_interest']!,
      row['open'] as Price,
      row['highest'] as Price,
      row['lowest'] as Price,
      NO_PRICE,
      NO_PRICE,
      NO_PRICE,
      level<Price>('bid_price'),
      level<Lots>('bid_volume'),
      level<Price>('ask_price'),
      level<Lots>('ask_volume'),
    )
  })
}

/** Symbol, tick (units and scale) and multiplier of what was recorded and is looked at here. */
const CONTRACTS = {
  ag: ['SHFE.ag2012', 1, 1, 15],
  au: ['SHFE.au2012', 2, 100, 1_000],
  cu: ['SHFE.cu2010', 10, 1, 5],
  rb: ['SHFE.rb2010', 1, 1, 10],
  fu: ['SHFE.fu2101', 1, 1, 10],
  al: ['SHFE.al2009', 5, 1, 5],
  bu: ['SHFE.bu2012', 2, 1, 10],
  pb: ['SHFE.pb2010', 5, 1, 5],
  sn: ['SHFE.sn2010', 10, 1, 1],
  sp: ['SHFE.sp2012', 2, 1, 10],
  ss: ['SHFE.ss2010', 5, 1, 5],
  fg: ['CZCE.FG101', 1, 1, 20],
} as const

export type Recorded = keyof typeof CONTRACTS

export function recordedInstrument(product: Recorded): Instrument {
  const [symbol, tickUnits, tickScale, multiplier] = CONTRACTS[product]
  return instrumentFixture({
    symbol: symbol as Symbol,
    exchange: symbol.slice(0, 4) as Exchange,
    product,
    tickUnits,
    tickScale,
    tickSize: tickUnits / tickScale,
    multiplier,
  })
}
