/** What a cell holds; small integers, because the row reader switches on them for every cell. */
export const SKIPPED = 0
/** A price; empty or `nan` where there is none. */
export const PRICE = 1
/** Money; must be there. */
export const MONEY = 2
/** A whole number; must be there. */
export const COUNT = 3
/** Lots of a level of the book; 0 where empty. */
export const LOTS = 4
/** Date and time of the venue in one cell. */
export const STAMP = 5
export const DATE = 6
export const TIME = 7
/** When the row reached the recorder, nanoseconds since the epoch. */
export const RECEIVED = 8
/** The exchange or the contract, the same in every row. */
export const TEXT = 9

/** Where a number of the row goes: indices of the row reader's array of doubles. */
export const LAST = 0
export const OPEN = 1
export const HIGH = 2
export const LOW = 3
export const UPPER_LIMIT = 4
export const LOWER_LIMIT = 5
export const PRE_SETTLEMENT = 6
export const TURNOVER = 7
export const VOLUME = 8
export const OPEN_INTEREST = 9
/** Five prices each, best first. */
export const BIDS = 10
export const ASKS = 15
export const NUMBERS = 20
/** Which of the two columns of text a cell is. */
export const EXCHANGE_TEXT = 0
export const INSTRUMENT_TEXT = 1

export const FORMAT_NAMES = ['shfe-l5', 'cffex-l5', 'cffex-l1'] as const
export type FormatName = (typeof FORMAT_NAMES)[number]

export interface Cell {
  readonly kind: number
  readonly slot: number
}

/** A recorded format: told by the names of its columns, whatever their order. */
export interface RecordingFormat {
  readonly name: FormatName
  /** Every column that the header must have; it may have no other. */
  readonly columns: ReadonlyMap<string, Cell>
  /** Volume and turnover are those of one snapshot and must be summed up over the day. */
  readonly perSnapshot: boolean
  /** The recorder wrote 0 for a price that there was not. */
  readonly zeroIsAbsent: boolean
}

const cell = (kind: number, slot = 0): Cell => ({ kind, slot })
const skipped = (...names: string[]): [string, Cell][] => names.map((name) => [name, cell(SKIPPED)])

function book(depth: number): [string, Cell][] {
  return Array.from({ length: depth }, (_, level): [string, Cell][] => [
    [`bid_price${level + 1}`, cell(PRICE, BIDS + level)],
    [`bid_volume${level + 1}`, cell(LOTS, level)],
    [`ask_price${level + 1}`, cell(PRICE, ASKS + level)],
    [`ask_volume${level + 1}`, cell(LOTS, 5 + level)],
  ]).flat()
}

/**
 * One row for every change, all exchanges, five levels or one with the others empty.
 * `quote_nano_time` went through a double and is less exact than `datetime`.
 */
const SHFE_L5: RecordingFormat = {
  name: 'shfe-l5',
  columns: new Map([
    ['local_nano_time', cell(RECEIVED)],
    ['datetime', cell(STAMP)],
    ['last_price', cell(PRICE, LAST)],
    ['highest', cell(PRICE, HIGH)],
    ['lowest', cell(PRICE, LOW)],
    ['open', cell(PRICE, OPEN)],
    ['volume', cell(COUNT, VOLUME)],
    ['amount', cell(MONEY, TURNOVER)],
    ['open_interest', cell(COUNT, OPEN_INTEREST)],
    ...skipped('quote_nano_time', 'close', 'average'),
    ...book(5),
  ]),
  perSnapshot: false,
  zeroIsAbsent: false,
}

/** Five levels every half second; what was traded is told snapshot by snapshot. */
const CFFEX_L5: RecordingFormat = {
  name: 'cffex-l5',
  columns: new Map([
    ['instrument', cell(TEXT, INSTRUMENT_TEXT)],
    ['action_day', cell(DATE)],
    ['time', cell(TIME)],
    ['last', cell(PRICE, LAST)],
    ['high', cell(PRICE, HIGH)],
    ['low', cell(PRICE, LOW)],
    ['volume_delta', cell(COUNT, VOLUME)],
    ['turnover_delta', cell(MONEY, TURNOVER)],
    ['open_interest', cell(COUNT, OPEN_INTEREST)],
    ...book(5),
  ]),
  perSnapshot: true,
  zeroIsAbsent: true,
}

/** One level every half second, with price limits; `volume` and `turnover` are the snapshot's. */
const CFFEX_L1: RecordingFormat = {
  name: 'cffex-l1',
  columns: new Map([
    ['exchange', cell(TEXT, EXCHANGE_TEXT)],
    ['instrument', cell(TEXT, INSTRUMENT_TEXT)],
    ['action_date', cell(DATE)],
    ['time', cell(TIME)],
    ['last', cell(PRICE, LAST)],
    ['open', cell(PRICE, OPEN)],
    ['high', cell(PRICE, HIGH)],
    ['low', cell(PRICE, LOW)],
    ['upper_limit', cell(PRICE, UPPER_LIMIT)],
    ['lower_limit', cell(PRICE, LOWER_LIMIT)],
    ['total_volume', cell(COUNT, VOLUME)],
    ['total_turnover', cell(MONEY, TURNOVER)],
    ['open_interest', cell(COUNT, OPEN_INTEREST)],
    ['pre_settle', cell(PRICE, PRE_SETTLEMENT)],
    ...skipped('trading_date', 'volume', 'turnover', 'diff_interest', 'pre_close', 'pre_interest'),
    ...book(1),
  ]),
  perSnapshot: false,
  zeroIsAbsent: true,
}

export const FORMATS: readonly RecordingFormat[] = [SHFE_L5, CFFEX_L5, CFFEX_L1]

/** The format that has just these columns; undefined where none has. */
export function formatOf(columns: readonly string[]): RecordingFormat | undefined {
  const seen = new Set(columns)
  if (seen.size !== columns.length) return undefined
  return FORMATS.find(
    (format) =>
      format.columns.size === seen.size && columns.every((name) => format.columns.has(name)),
  )
}
