import type { QuoteReading } from '../recordings/index.ts'
import { mergeByTime, openRecordings, readQuotes } from '../recordings/index.ts'
import type { Failure, Saying } from '../../core/contracts/index.ts'
import { explained, saying, sayingOf } from '../../core/contracts/index.ts'
import type { InstrumentId, Micros, Quote, Result } from '../../core/domain/index.ts'
import { failed, ok, symbolOf } from '../../core/domain/index.ts'
import type { FillRuleName } from '../../core/exchange/index.ts'
import type { MarketFacts } from './facts.ts'
import type { QuotedMarket } from './quoted-market.ts'
import { quotedMarket } from './quoted-market.ts'
import type { RecordedInstrument } from './replay-instruments.ts'
import { recordedInstrument } from './replay-instruments.ts'
import { createSessions } from './sessions.ts'

export interface ReplayRequest {
  readonly paths: readonly string[]
  /** Empty where the files tell it. */
  readonly symbol: string
  readonly fillRule: FillRuleName
}

/** Recorded files as one market. */
export interface ReplayMarket extends QuotedMarket {
  /** Stamp of the first quote. */
  readonly firstAt: Micros
  /** All quotes, merged by time. */
  readonly quotes: () => AsyncIterable<readonly Quote[]>
  /** How the reading of each file went so far. */
  readonly readings: readonly QuoteReading[]
}

/** Finds the recordings, and chooses the facts that held on their day. */
export async function openReplayMarket(
  facts: MarketFacts,
  { paths, symbol, fillRule }: ReplayRequest,
): Promise<Result<ReplayMarket, Failure>> {
  let ids = 0
  const opened = await openRecordings(paths, {
    symbol: symbol === '' ? undefined : symbol,
    resolveSymbol: (text, exchange) => symbolOf(facts.products, text, exchange),
    instrumentId: () => ids++ as InstrumentId,
  })
  if (!opened.ok) return opened
  const { recordings, leftOut } = opened.value
  const recorded: RecordedInstrument[] = []
  const notes = leftOut.map(({ reason }) =>
    saying('replay.left-out', { failure: sayingOf(reason) }),
  )
  for (const recording of recordings) {
    const found = await recordedInstrument(facts, recording)
    if (!found.ok) return found
    if (found.value !== undefined) recorded.push(found.value)
    else notes.push(saying('replay.no-quote', { path: recording.path }))
  }
  const earliest = recorded.toSorted((one, other) => one.first.at - other.first.at)[0]
  if (earliest === undefined) return failed(empty(paths))
  const instruments = recorded.map(({ instrument }) => instrument)
  const readings = recorded.map(({ recording }) => readQuotes(recording))
  return ok({
    ...quotedMarket({
      instruments,
      sessions: createSessions(facts, instruments),
      tradingDay: earliest.tradingDay,
      fillRule,
      notes: [...notes, ...untraded(recorded), ...unlimited(recorded)],
    }),
    firstAt: earliest.first.at,
    quotes: () => mergeByTime(readings),
    readings,
  })
}

function untraded(recorded: readonly RecordedInstrument[]): readonly Saying[] {
  return recorded
    .filter(({ instrument }) => !instrument.tradable)
    .map(({ instrument: { symbol, notes } }) => saying('replay.untraded', { symbol, notes }))
}

function unlimited(recorded: readonly RecordedInstrument[]): readonly Saying[] {
  const lacking = recorded.filter(({ first }) => Number.isNaN(first.upperLimit))
  if (lacking.length === 0) return []
  const [{ instrument }, ...more] = lacking as [RecordedInstrument, ...RecordedInstrument[]]
  const { symbol } = instrument
  if (more.length === 0) return [saying('replay.no-limits', { symbol })]
  return [saying('replay.no-limits-of', { symbol, count: more.length })]
}

function empty(paths: readonly string[]): Failure {
  return explained('recording.foreign/no-quote', { paths: paths.join(', ') })
}
