import type { Saying } from '../../../core/contracts/index.ts'
import { saying } from '../../../core/contracts/index.ts'
import type { Replica } from '../../../core/replica/index.ts'
import { chooseInstruments } from '../../../core/strategies/assignments.ts'
import type { PlacedStrategy } from './specs.ts'

/**
 * What is only roughly known of the instruments that strategies trade, for a person; nothing while
 * the market's instruments are not known. The built-in market's are what it says they are.
 */
export function instrumentNotes(
  { state }: Pick<Replica, 'state'>,
  strategies: readonly PlacedStrategy[],
): readonly Saying[] | undefined {
  const known = state.instruments.filter((each) => each !== undefined)
  if (known.length === 0) return undefined
  const tradable = known.filter((each) => each.tradable)
  const traded = strategies.flatMap(
    ({ setting, index }) => chooseInstruments(setting, tradable, index).found,
  )
  return [...new Set(traded)].flatMap(({ symbol, exchange, notes }) =>
    exchange === 'SIM' || notes.length === 0 ? [] : saying('instrument.notes', { symbol, notes }),
  )
}
