import type { Micros } from '../../../src/core/domain/index.ts'
import type { Replica } from '../../../src/core/replica/index.ts'
import { createReplica, createSource, hears, take } from '../../../src/core/replica/index.ts'
import type { Said } from './account-story.ts'
import { SOURCES } from './account-story.ts'

export function replicaFixture(): Replica {
  return createReplica(
    'gateway',
    SOURCES.map((name) => createSource(name, 0 as Micros)),
  )
}

/** What somebody says reaches the replica. */
export function hear(replica: Replica, { source, fact }: Said, now = 0 as Micros): void {
  if (fact.kind === 'beat') hears(replica.sources.get(source)!, fact, now)
  else take(replica, source, fact, now)
}

/** Everything of a replica that a person is shown. */
export function shownOf(replica: Replica) {
  const { state, sources, fills, acks, traces, log, thoughts, settings, runs, session, vitals } =
    replica
  const { instruments, owners, quotes, positions, exposures, money, trading, limits } = state
  return {
    account: { instruments, owners, money, tradingDay: state.tradingDay, trading, limits },
    quotes: [...quotes],
    orders: [...state.orders.values()],
    working: state.working.map((orders) => orders?.map(({ id }) => id)).filter(isFilled),
    positions: positions.flatMap((each) => (each ?? []).filter(isFilled)).filter(isHeld),
    held: exposures.filter(isFilled).map(({ long, short, cost }) => ({ long, short, cost })),
    targets: state.targets.filter(isFilled),
    margin: state.margin,
    sources: [...sources.values()].map(({ standing, beat }) => ({ standing, beat })),
    fills,
    acks,
    traces,
    settings: [...settings],
    lines: log.lines,
    thoughts: [...thoughts.values()].toSorted((one, other) =>
      `${one.source}${one.instrument}`.localeCompare(`${other.source}${other.instrument}`),
    ),
    runs: [...runs],
    vitals: [...vitals].toSorted(([one], [other]) => one.localeCompare(other)),
    session: session.at,
  }
}

function isFilled<Value>(value: readonly Value[] | Value | undefined): value is Value & {} {
  return value !== undefined && !(Array.isArray(value) && value.length === 0)
}

function isHeld(position: { readonly longToday: { readonly lots: number } } | undefined): boolean {
  return position !== undefined
}
