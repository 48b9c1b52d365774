import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openRecordings, readQuotes } from '../../../src/adapters/recordings/index.ts'
import type { Fen, InstrumentId, Quote, Symbol } from '../../../src/core/domain/index.ts'
import { MICROS_PER_MILLISECOND, ok, ticksOf } from '../../../src/core/domain/index.ts'
import type { FillRuleName } from '../../../src/core/exchange/index.ts'
import { SILVER, cancel, replay, submit } from './exchange-fixture.ts'

const DATA = process.env['GHTRADER_TEST_DATA'] ?? '../shared/data'
const FILE = join(DATA, 'shfe_l5_20200821/feed_a/SHFE.ag2012.csv.gz')
/** Enough for every order to be opened and none closed. */
const RICH = 100_000_000_000 as Fen
const absent = !existsSync(FILE)

async function recorded(): Promise<readonly Quote[]> {
  const opened = await openRecordings([FILE], {
    resolveSymbol: (code) => ok(`SHFE.${code}` as Symbol),
    instrumentId: () => 0 as InstrumentId,
  })
  if (!opened.ok) throw new Error(opened.error.message)
  const quotes: Quote[] = []
  for await (const chunk of readQuotes(opened.value.recordings[0]!)) quotes.push(...chunk)
  return quotes
}

/** Joins the best bid and the best ask in turn, cancels after fifteen seconds, keeps count. */
function joinInTurn(quotes: readonly Quote[], rule: FillRuleName) {
  const exchange = replay({ rule, initialCash: RICH })
  const counts = { accepted: 0, filled: 0, fees: 0, net: 0 }
  for (const [index, quote] of quotes.entries()) {
    const side = index % 14 === 0 ? 'buy' : 'sell'
    const price = side === 'buy' ? quote.bidPrices[0]! : quote.askPrices[0]!
    const later = (quote.at + MICROS_PER_MILLISECOND) as Quote['at']
    const ticket = submit({ id: `${index}`, side, limit: ticksOf(SILVER, price), volume: 2 })
    const outputs = [exchange.quote(quote)]
    if (index % 7 === 0) {
      outputs.push(exchange.request(ticket, later))
      outputs.push(exchange.request(cancel(`${index - 28}`), later))
    }
    for (const report of outputs.flatMap(({ reports }) => reports)) {
      if (report.kind === 'accepted') counts.accepted += 1
      if (report.kind !== 'filled') continue
      const { side, volume } = report.fill
      counts.filled += volume
      counts.net += side === 'buy' ? volume : -volume
      counts.fees += report.fee
    }
  }
  const [answer] = exchange.request({ kind: 'ledger' }, quotes.at(-1)!.at).reports.slice(-1)
  return { counts, ledger: answer?.kind === 'ledger' ? answer.ledger : undefined }
}

it.skipIf(absent)(
  `fills fewer waiting orders by the conservative rule on recorded silver${absent ? ` (skipped: no ${FILE})` : ''}`,
  async () => {
    const quotes = await recorded()
    const [careful, hopeful] = (['conservative', 'optimistic'] as const).map((rule) =>
      joinInTurn(quotes, rule),
    )
    expect(careful!.counts.accepted).toBeGreaterThan(900)
    expect(careful!.counts.filled).toBeGreaterThan(500)
    expect(careful!.counts.filled).toBeLessThan(hopeful!.counts.filled)
    for (const { counts, ledger } of [careful!, hopeful!]) {
      const [line] = ledger!.positions
      expect([ledger!.fees, line!.longToday - line!.shortToday, ledger!.staticBalance]).toEqual([
        counts.fees,
        counts.net,
        RICH,
      ])
    }
  },
)
