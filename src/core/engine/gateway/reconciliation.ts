import type { VenueLedger } from '../../contracts/index.ts'
import type { InstrumentId } from '../../domain/index.ts'
import type { State } from '../../state/index.ts'

/** One thing on which the gateway's books and the venue's differ, in words that a person reads. */
export interface Difference {
  readonly what: string
  readonly ours: string
  readonly theirs: string
}

interface Lines {
  longToday: number
  longHistory: number
  shortToday: number
  shortHistory: number
}

/**
 * Compares the gateway's books with the venue's ledger: day, cash, lots of every instrument, and
 * working orders. Empty means that they agree to the fee and the lot.
 *
 * Both count profit at the mean cost of a bucket, the gateway by owner and the venue by account,
 * so cash is compared as what would be there if every lot were sold at nothing: static balance +
 * profit taken − fees − cost of the lots held, which no way of counting changes.
 */
export function reconcile(state: State, ledger: VenueLedger): readonly Difference[] {
  const differences: Difference[] = []
  const compare = (what: string, ours: unknown, theirs: unknown) => {
    if (ours !== theirs) differences.push({ what, ours: String(ours), theirs: String(theirs) })
  }
  compare('trading day', state.tradingDay, ledger.tradingDay)
  compare('reports seen', state.venueSeq, ledger.seq)
  compare('cash in fen', ourCash(state), theirCash(state, ledger))
  const ours = ourLines(state)
  const theirs = new Map(ledger.positions.map((line) => [line.instrument, line]))
  for (const instrument of new Set([...ours.keys(), ...theirs.keys()])) {
    comparePositions(state, instrument, ours.get(instrument), theirs.get(instrument), compare)
  }
  compareOrders(state, ledger, compare)
  return differences
}

type Compare = (what: string, ours: unknown, theirs: unknown) => void

function comparePositions(
  state: State,
  id: InstrumentId,
  ours: Lines | undefined,
  theirs: Lines | undefined,
  compare: Compare,
): void {
  const a = ours ?? NO_LINES
  const b = theirs ?? NO_LINES
  const instrument = state.instruments[id]
  const name = instrument?.symbol ?? `instrument ${id}`
  if (instrument?.closeRule === 'oldest-first') {
    compare(`${name} long`, a.longToday + a.longHistory, b.longToday + b.longHistory)
    compare(`${name} short`, a.shortToday + a.shortHistory, b.shortToday + b.shortHistory)
    return
  }
  compare(`${name} long of today`, a.longToday, b.longToday)
  compare(`${name} long, older`, a.longHistory, b.longHistory)
  compare(`${name} short of today`, a.shortToday, b.shortToday)
  compare(`${name} short, older`, a.shortHistory, b.shortHistory)
}

function compareOrders(state: State, ledger: VenueLedger, compare: Compare): void {
  const ours = new Set<string>()
  for (const orders of state.working) for (const order of orders ?? []) ours.add(order.id)
  const theirs = new Set<string>(ledger.working)
  for (const id of new Set([...ours, ...theirs])) {
    compare(`order ${id}`, ours.has(id) ? 'working' : 'gone', theirs.has(id) ? 'working' : 'gone')
  }
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

export function describe(differences: readonly Difference[]): string {
  return differences
    .map(({ what, ours, theirs }) => `${what}: here ${ours}, at the venue ${theirs}`)
    .join('; ')
}
