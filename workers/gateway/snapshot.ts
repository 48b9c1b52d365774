import type {
  FillFact,
  HelloFact,
  Mode,
  RunFact,
  SnapshotFact,
} from '../../src/core/contracts/index.ts'
import type { InstrumentId, Micros } from '../../src/core/domain/index.ts'
import type { State } from '../../src/core/state/index.ts'
import { accountOf, marksOf } from '../../src/core/state/index.ts'

type Told = SnapshotFact['facts'][number]

export interface Standing {
  readonly mode: Mode
  readonly profile: string
  readonly state: State
  /** Of the day, the newest ones; for those who list them. */
  readonly fills?: readonly FillFact[]
  /** Session time. */
  readonly now: Micros
  /** Of a replay: how it goes. */
  readonly run: RunFact | undefined
}

/** Who speaks, and what the numbers of instruments and owners mean. */
export function introduction({ mode, profile, state }: Omit<Standing, 'now' | 'run' | 'fills'>) {
  const { tradingDay } = state
  const instruments = state.instruments.filter((each) => each !== undefined)
  const owners = state.owners.filter((each) => each !== undefined)
  const hello: HelloFact = { kind: 'hello', mode, profile, tradingDay }
  return [hello, { kind: 'directory', instruments, owners }] as const
}

/**
 * How a gateway stands, in an order in which `apply` makes the same state of it: all but which
 * intents were ever seen, and how far the venue's reports were read, which matter to nobody else.
 * Fills are told for those who list them: what they led to is in the positions and the account.
 *
 * @param wanted instruments whose last quotes it is to hold; none for all.
 */
export function standing(
  { state, fills = [], now, run, ...who }: Standing,
  wanted: readonly InstrumentId[],
): readonly Told[] {
  const { trading, reset, limits } = state
  const facts: Told[] = [
    ...introduction({ ...who, state }),
    { kind: 'limits', at: now, limits, person: '' },
    trading,
    ...(reset === undefined ? [] : [reset]),
  ]
  for (const order of state.orders.values()) facts.push({ kind: 'order', order })
  facts.push(...fills)
  for (const positions of state.positions) {
    for (const position of positions ?? []) {
      if (position !== undefined) facts.push({ kind: 'position', position })
    }
  }
  facts.push({ kind: 'account', account: accountOf(state, now) })
  for (const targets of state.targets) facts.push(...(targets ?? []))
  for (const quote of state.quotes) {
    const asked = wanted.length === 0 || (quote !== undefined && wanted.includes(quote.instrument))
    if (quote !== undefined && asked) facts.push(quote)
  }
  facts.push(marksOf(state), { kind: 'time', at: now })
  if (run !== undefined) facts.push(run)
  return facts
}
