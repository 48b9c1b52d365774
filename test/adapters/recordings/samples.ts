import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { onTestFinished } from 'vitest'
import type { ResolveSymbol } from '../../../src/adapters/recordings/index.ts'
import type { Recording, ReadingReport } from '../../../src/adapters/recordings/index.ts'
import { openRecordings, readQuotes } from '../../../src/adapters/recordings/index.ts'
import { failure } from '../../../src/core/contracts/index.ts'
import type { InstrumentId, Quote, Symbol } from '../../../src/core/domain/index.ts'
import { failed, ok } from '../../../src/core/domain/index.ts'

const LEVELS = [1, 2, 3, 4, 5]

export const SHFE_HEADER = [
  'local_nano_time,quote_nano_time,datetime,last_price,highest,lowest,open,close,average,volume',
  'amount,open_interest',
  ...LEVELS.map((n) => `ask_price${n},ask_volume${n},bid_price${n},bid_volume${n}`),
].join(',')

export const CFFEX_L5_HEADER = [
  'instrument,action_day,time,last,high,low,volume_delta,turnover_delta,open_interest',
  ...LEVELS.map((n) => `bid_price${n},bid_volume${n},ask_price${n},ask_volume${n}`),
].join(',')

export const CFFEX_L1_HEADER =
  'exchange,instrument,trading_date,action_date,time,last,open,high,low,upper_limit,lower_limit,' +
  'total_volume,volume,total_turnover,turnover,open_interest,diff_interest,pre_close,pre_settle,' +
  'pre_interest,bid_price1,ask_price1,bid_volume1,ask_volume1'

/** A row of the first format; what matters to a test is given, the rest is dull. */
export function shfeRow(given: {
  readonly time?: string
  readonly local?: string
  readonly last?: string
  readonly volume?: string
  readonly amount?: string
  /** `price,lots` of the levels, best first. */
  readonly asks?: readonly string[]
  readonly bids?: readonly string[]
}): string {
  const {
    time = '10:00:00.000000',
    local = 'nan',
    last = '6150.0',
    volume = '7',
    amount = '900.0',
  } = given
  const { asks = ['6151.0,3'], bids = ['6150.0,4'] } = given
  const book = LEVELS.map((n) => `${asks[n - 1] ?? 'nan,0'},${bids[n - 1] ?? 'nan,0'}`)
  return `${local},1,2020-08-21 ${time},${last},6188.0,6052.0,6138.0,nan,6118.1,${volume},${amount},50,${book.join(',')}`
}

/** A row of the second format with one level. */
export function cffexRow(time: string, volume: number, book = '3275.0,95,3275.4,1'): string {
  return `IF1501,20141225,${time},3275.0,3276.0,3273.0,${volume},${volume * 1000}.0,126833,${book}${','.repeat(16)}`
}

/** A folder that goes with the test that asked for it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'recordings-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

/** Writes lines into a folder of their own, packed where the name says so. */
export function writeFile(
  name: string,
  content: readonly string[] | Buffer,
  folder = temporaryFolder(),
): string {
  const path = join(folder, name)
  const bytes = Buffer.isBuffer(content) ? content : Buffer.from(`${content.join('\n')}\n`)
  writeFileSync(path, name.endsWith('.gz') && !Buffer.isBuffer(content) ? gzipSync(bytes) : bytes)
  return path
}

const KNOWN: Readonly<Record<string, string>> = { IF: 'CFFEX', ag: 'SHFE', cu: 'SHFE' }

/** Knows three products; a contract of any other needs an exchange. */
export const resolveSymbol: ResolveSymbol = (text, exchange) => {
  const [code = '', named] = text.split('.').reverse()
  const product = code.replace(/\d+$/, '')
  const found = named ?? exchange ?? KNOWN[product]
  return found === undefined
    ? failed(failure('recording.symbol', `no exchange is known for ${code}`))
    : ok(`${found}.${code}` as Symbol)
}

export const numbered = (): ((symbol: Symbol) => InstrumentId) => {
  let next = 0
  return () => next++ as InstrumentId
}

export async function openOne(path: string, symbol?: string): Promise<Recording> {
  const opened = await openRecordings([path], { symbol, resolveSymbol, instrumentId: numbered() })
  if (!opened.ok) throw new Error(opened.error.message)
  return opened.value.recordings[0]!
}

export async function readAll(
  path: string,
  chunk?: number,
): Promise<{ readonly quotes: readonly Quote[]; readonly report: ReadingReport }> {
  const reading = readQuotes(await openOne(path), chunk)
  const quotes: Quote[] = []
  for await (const part of reading) quotes.push(...part)
  return { quotes, report: reading.report() }
}
