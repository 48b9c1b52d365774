import type { Fen, Instrument, Micros, Ticks } from '../../../core/domain/index.ts'
import { positionProfit } from '../../../core/domain/index.ts'
import type { ExchangeRecord, MarketMark } from '../../../core/exchange/index.ts'
import type { State } from '../../../core/state/index.ts'
import { holdings } from '../summary/index.ts'
import { money } from '../terminal/figures.ts'
import type { Books } from '../../../adapters/books/books.ts'

/** What an earlier life left, for its heirs. */
export interface Recovered {
  /** One line for a person; undefined at a first start. */
  readonly text: string | undefined
  /** The last stamp of that life; 0 at a first start. */
  readonly lastAt: Micros
  /** Cash and open profit at the market's last prices; NaN at a first start. */
  readonly balance: Fen
}

/** To be called once the state was restored. */
export function recoveredBooks(books: Books, state: State): Recovered {
  const count = books.gatewayRecords.length + books.exchangeRecords.length
  const { staticBalance, closeProfit, fees } = state.money
  if (count === 0) return { text: undefined, lastAt: 0 as Micros, balance: NaN as Fen }
  const cash = staticBalance + closeProfit - fees
  const balance = (cash + openProfit(state, lastMarks(books.exchangeRecords))) as Fen
  const records = `${books.gatewayRecords.length} gateway and ${books.exchangeRecords.length} exchange records`
  return {
    text: `recovered ${records}: ${holdings(state)}, balance ${money(balance)} CNY`,
    lastAt: books.exchangeRecords.reduce(
      (latest, record) => Math.max(latest, stampOf(record)),
      0,
    ) as Micros,
    balance,
  }
}

function stampOf(record: ExchangeRecord): number {
  return record.kind === 'reported' ? record.report.at : record.at
}

function lastMarks(records: readonly ExchangeRecord[]): readonly MarketMark[] {
  const last = records.findLast((record) => record.kind === 'stepped')
  return last?.kind === 'stepped' ? last.marks : []
}

function openProfit(state: State, marks: readonly MarketMark[]): number {
  let sum = 0
  for (const positions of state.positions) {
    for (const position of positions ?? []) {
      const instrument: Instrument | undefined = position && state.instruments[position.instrument]
      const mark = marks.find((each) => each.instrument === position?.instrument)
      if (position === undefined || instrument === undefined || mark === undefined) continue
      const price: Ticks = Number.isNaN(mark.last) ? mark.preSettlement : mark.last
      sum += positionProfit(instrument, position, price)
    }
  }
  return sum
}
