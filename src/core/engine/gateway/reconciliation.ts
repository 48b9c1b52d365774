import type { Saying, VenueLedger } from '../../contracts/index.ts'
import { saying } from '../../contracts/index.ts'
import type { InstrumentId } from '../../domain/index.ts'
import type { State } from '../../state/index.ts'

interface Lines {
  longToday: number
  longHistory: number
  shortToday: number
  shortHistory: number
}

/**
 * Compares the gateway's books with the venue's ledger: day, cash, lots of every instrument, and
 * working orders. Empty means that they agree to the fee and the lot; otherwise each difference is
 * told to a person.
 *
 * Both count profit at the mean cost of a bucket, the gateway by owner and the venue by account,
 * so cash is compared as what would be there if every lot were sold at nothing: static balance +
 * profit taken − fees − cost of the lots held, which no way of counting changes.
 */
export function reconcile(state: State, ledger: VenueLedger): readonly Saying[] {
  const [ourFen, theirFen] = [ourCash(state), theirCash(state, ledger)]
  const ours = ourLines(state)
  const theirs = new Map(ledger.positions.map((line) => [line.instrument, line]))
  const cash = { oursCny: ourFen / 100, theirsCny: theirFen / 100 }
  return [
    ...countsOf('books.trading-day', state.tradingDay, ledger.tradingDay),
    ...countsOf('books.reports', state.venueSeq, ledger.seq),
    ...(ourFen === theirFen ? [] : [saying('books.cash', cash)]),
    ...[...new Set([...ours.keys(), ...theirs.keys()])].flatMap((instrument) =>
      lotsOf(state, instrument, ours.get(instrument), theirs.get(instrument)),
    ),
    ...orderDifferences(state, ledger),
  ]
}

function countsOf(
  what: 'books.trading-day' | 'books.reports',
  ours: number,
  theirs: number,
): readonly Saying[] {
  return ours === theirs ? [] : [saying(what, { ours, theirs })]
}

type Side = 'long' | 'short'
type Lots = `books.${Side}${'' | '-today' | '-older'}`

function lotsOf(
  state: State,
  id: InstrumentId,
  here: Lines | undefined,
  there: Lines | undefined,
): readonly Saying[] {
  const a = here ?? NO_LINES
  const b = there ?? NO_LINES
  const instrument = state.instruments[id]
  const symbol = instrument?.symbol ?? `instrument ${id}`
  const compare = (what: Lots, ours: number, theirs: number): readonly Saying[] =>
    ours === theirs ? [] : [saying(what, { symbol, ours, theirs })]
  if (instrument?.closeRule === 'oldest-first') {
    return [
      ...compare('books.long', a.longToday + a.longHistory, b.longToday + b.longHistory),
      ...compare('books.short', a.shortToday + a.shortHistory, b.shortToday + b.shortHistory),
    ]
  }
  return [
    ...compare('books.long-today', a.longToday, b.longToday),
    ...compare('books.long-older', a.longHistory, b.longHistory),
    ...compare('books.short-today', a.shortToday, b.shortToday),
    ...compare('books.short-older', a.shortHistory, b.shortHistory),
  ]
}

function orderDifferences(state: State, ledger: VenueLedger): readonly Saying[] {
  const ours = new Set<string>()
  for (const orders of state.working) for (const order of orders ?? []) ours.add(order.id)
  const theirs = new Set<string>(ledger.working)
  return [...new Set([...ours, ...theirs])].flatMap((order) => {
    if (ours.has(order) && theirs.has(order)) return []
    return saying(ours.has(order) ? 'books.order-here' : 'books.order-there', { order })
  })
}

const NO_LINES: Lines = { longToday: 0, longHistory: 0, shortToday: 0, shortHistory: 0 }

function ourLines(state: State): Map<InstrumentId, Lines> {
  const lines = new Map<InstrumentId, Lines>()
  for (const positions of state.positions) {
    for (const position of positions ?? []) {
      if (position === undefined) continue
      const line = lines.get(position.instrument) ?? { ...NO_LINES }
      line.longToday += position.longToday.lots
      line.longHistory += position.longHistory.lots
      line.shortToday += position.shortToday.lots
      line.shortHistory += position.shortHistory.lots
      lines.set(position.instrument, line)
    }
  }
  return lines
}

function ourCash(state: State): number {
  const { staticBalance, closeProfit, fees } = state.money
  let cost = 0
  state.exposures.forEach((exposure, id) => {
    cost += (exposure?.cost ?? 0) * (state.instruments[id]?.tickValue ?? 0)
  })
  return staticBalance + closeProfit - fees - cost
}

function theirCash(state: State, ledger: VenueLedger): number {
  let cost = 0
  for (const line of ledger.positions) {
    cost += line.cost * (state.instruments[line.instrument]?.tickValue ?? 0)
  }
  return ledger.staticBalance + ledger.closeProfit - ledger.fees - cost
}
