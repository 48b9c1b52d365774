import type { VenueLedger } from '../../contracts/index.ts'
import { explained } from '../../contracts/index.ts'
import type { Bucket, InstrumentId, Lots, Micros, Position } from '../../domain/index.ts'
import { HAND, emptyPosition } from '../../domain/index.ts'
import { accountOf } from '../../state/index.ts'
import type { Desk } from './desk.ts'

/**
 * Takes the venue's books for the gateway's own, after a person read the difference. The cash
 * becomes the venue's; in every instrument all lots go to the hand, since nobody else can say
 * whose they are; orders that the venue does not know are over, and those that only it knows are
 * cancelled.
 */
export function acceptLedger(desk: Desk, ledger: VenueLedger, now: Micros): void {
  const { state } = desk
  const { staticBalance, closeProfit, fees, tradingDay } = ledger
  const account = { ...accountOf(state, now), staticBalance, closeProfit, fees, tradingDay }
  desk.record({ kind: 'account', account })
  const lines = new Map(ledger.positions.map((line) => [line.instrument, line]))
  const instruments = new Set<InstrumentId>(lines.keys())
  for (const row of state.positions)
    for (const held of row ?? []) if (held) instruments.add(held.instrument)
  for (const instrument of instruments) {
    for (const owner of state.owners) {
      if (owner === undefined || owner.id === HAND) continue
      desk.record({ kind: 'position', position: emptyPosition(owner.id, instrument) })
    }
    desk.record({ kind: 'position', position: adopted(instrument, lines.get(instrument)) })
  }
  settleOrders(desk, ledger, now)
}

function adopted(
  instrument: InstrumentId,
  line: VenueLedger['positions'][number] | undefined,
): Position {
  const empty = emptyPosition(HAND, instrument)
  if (line === undefined) return empty
  const { longToday, longHistory, shortToday, shortHistory, cost } = line
  const long = longToday + longHistory
  const short = shortToday + shortHistory
  const mean = long === short ? 0 : Math.max(0, Math.round(cost / (long - short)))
  const bucket = (lots: Lots, extra = 0): Bucket => ({ lots, cost: lots * mean + extra })
  // The venue tells the net cost alone: what the mean does not divide goes with the larger side.
  const rest = cost - (long - short) * mean
  return {
    ...empty,
    longToday: bucket(longToday, longToday > 0 && long >= short ? rest : 0),
    longHistory: bucket(longHistory, longToday === 0 && long >= short ? rest : 0),
    shortToday: bucket(shortToday, shortToday > 0 && long < short ? -rest : 0),
    shortHistory: bucket(shortHistory, shortToday === 0 && long < short ? -rest : 0),
  }
}

function settleOrders(desk: Desk, ledger: VenueLedger, now: Micros): void {
  const theirs = new Set<string>(ledger.working)
  for (const orders of desk.state.working) {
    for (const order of (orders ?? []).slice()) {
      if (theirs.delete(order.id)) continue
      const { code, message } = explained('venue.not-found/accepted')
      const reason = `${code}: ${message}`
      desk.change(order, { status: 'cancelled', cancelling: false, reason, updatedAt: now })
    }
  }
  desk.cancelSurely(
    ledger.working.filter((order) => theirs.has(order)),
    now,
  )
}
