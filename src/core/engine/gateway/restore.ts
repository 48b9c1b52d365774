import type { ResetFact, StateFact } from '../../contracts/index.ts'
import type { Fen } from '../../domain/index.ts'
import type { GatewayRecord, ResetRecord } from '../../journal/index.ts'
import { never } from '../../domain/index.ts'
import type { State } from '../../state/index.ts'
import { apply, forgetMarks } from '../../state/index.ts'

/**
 * Reads a gateway's journal back through the same `apply` that made it.
 * @returns how trading stood at the last record, undefined where the journal says nothing of it.
 */
export function restoreRecords(
  state: State,
  records: readonly GatewayRecord[],
): StateFact | undefined {
  let trading: StateFact | undefined
  for (const record of records) {
    switch (record.kind) {
      case 'opened':
        state.money.staticBalance = record.cash
        state.tradingDay = record.tradingDay
        break
      case 'reset':
        apply(state, resetOf(state, record))
        state.venueSeq = Math.max(state.venueSeq, record.venueSeq)
        break
      case 'venue-seq':
        state.venueSeq = Math.max(state.venueSeq, record.seq)
        break
      case 'state':
        apply(state, record)
        if (record.cause !== 'start') trading = record
        break
      case 'order':
      case 'fill':
      case 'limits':
      case 'settlement':
      case 'target':
      case 'position':
      case 'account':
        apply(state, record)
        break
      default:
        never(record)
    }
  }
  // Today's fills at a settlement's price would be a loss that never was, until their quotes come.
  forgetMarks(state)
  return trading
}

/** What a record of a reset tells everybody. Nothing is held, so the balance is all cash. */
export function resetOf({ money }: State, { at, person, cash }: ResetRecord): ResetFact {
  const before = (money.staticBalance + money.closeProfit - money.fees) as Fen
  return { kind: 'reset', at, person, before, cash }
}
