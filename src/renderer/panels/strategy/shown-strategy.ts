import type { SettingFact, TargetFact } from '../../../core/contracts/index.ts'
import type { Standing } from '../../../core/contracts/window-frame.ts'
import type { Instrument, Lots } from '../../../core/domain/index.ts'
import { netLots, priceOf } from '../../../core/domain/index.ts'
import type { Replica, Thoughts } from '../../../core/replica/index.ts'
import { targetOf } from '../../../core/state/index.ts'

/** One strategy in one instrument, as its panel shows it. */
export interface ShownStrategy {
  readonly standing: Standing
  readonly setting: SettingFact | undefined
  readonly instrument: Instrument | undefined
  readonly thoughts: Thoughts | undefined
  readonly target: TargetFact | undefined
  readonly actual: Lots
  /** Open profit of what it holds there, in fen; NaN without a price. */
  readonly profit: number
}

/** Every strategy with each instrument that it spoke of, in the order of the processes. */
export function shownStrategies(replica: Replica): readonly ShownStrategy[] {
  return [...replica.sources.values()].flatMap(({ standing }) => {
    if (standing.worker !== 'strategy') return []
    const spoken = [...replica.thoughts.values()].filter(({ source }) => source === standing.name)
    if (spoken.length === 0) return [shown(replica, standing, undefined)]
    return spoken.map((thoughts) => shown(replica, standing, thoughts))
  })
}

function shown(
  replica: Replica,
  standing: Standing,
  thoughts: Thoughts | undefined,
): ShownStrategy {
  const { state } = replica
  const owner = state.owners.find((each) => each?.name === standing.owner)?.id
  const instrument = thoughts === undefined ? undefined : state.instruments[thoughts.instrument]
  const position =
    owner === undefined || instrument === undefined
      ? undefined
      : state.positions[owner]?.[instrument.id]
  return {
    standing,
    setting: replica.settings.get(standing.name),
    instrument,
    thoughts,
    target:
      owner === undefined || instrument === undefined
        ? undefined
        : targetOf(state, owner, instrument.id),
    actual: position === undefined ? (0 as Lots) : netLots(position),
    profit:
      position === undefined || instrument === undefined
        ? 0
        : profitOf(replica, instrument, position),
  }
}

type Held = Parameters<typeof netLots>[0]

function profitOf(replica: Replica, instrument: Instrument, position: Held): number {
  const last = replica.state.quotes[instrument.id]?.last ?? NaN
  const { longToday, longHistory, shortToday, shortHistory } = position
  const cost = longToday.cost + longHistory.cost - shortToday.cost - shortHistory.cost
  const tick = priceOf(instrument, 1 as never)
  return (netLots(position) * (last / tick) - cost) * instrument.tickValue
}
