import type { InstrumentId, Position, Quote } from '../domain/index.ts'
import { emptyPosition } from '../domain/index.ts'
import type { OpeningFrame, Told, ToldFact } from '../contracts/window-frame.ts'
import { accountOf } from '../state/index.ts'
import type { Replica } from './replica.ts'

/** What an opening frame holds of the replica; the rest of it is the feed's. */
export type OpeningNews = Pick<OpeningFrame, 'sources' | 'lines' | 'facts' | 'latest' | 'quotes'>

/** Everything that the replica knows, as facts that lead to it. @param wanted whose quotes. */
export function openingOf(
  replica: Replica,
  wanted: (instrument: InstrumentId) => boolean,
): OpeningNews {
  const quotes = replica.state.quotes.filter(
    (quote): quote is Quote => quote !== undefined && wanted(quote.instrument),
  )
  return {
    sources: [...replica.sources.values()].map(({ standing }) => standing),
    lines: [...replica.log.lines],
    facts: accountFacts(replica).map((fact) => ({ source: replica.gateway, fact })),
    latest: latestOf(replica),
    quotes,
  }
}

function accountFacts(replica: Replica): readonly ToldFact[] {
  const { state, session, fills, acks } = replica
  const { at } = session
  const instruments = state.instruments.filter((each) => each !== undefined)
  const owners = state.owners.filter((each) => each !== undefined)
  return [
    { kind: 'directory', instruments, owners },
    { kind: 'limits', at, limits: state.limits, person: '' },
    state.trading,
    ...[...state.orders.values()].map((order): ToldFact => ({ kind: 'order', order })),
    ...fills,
    ...acks,
    ...state.targets.flat(),
    ...positionsOf(replica).map((position): ToldFact => ({ kind: 'position', position })),
    { kind: 'account', account: accountOf(state, at) },
  ]
}

/** All positions, and empty ones where only a fill tells of one, so that none is left standing. */
function positionsOf({ state, fills }: Replica): readonly Position[] {
  const found = state.positions.flatMap((positions) =>
    (positions ?? []).filter((position) => position !== undefined),
  )
  const key = ({ owner, instrument }: Pick<Position, 'owner' | 'instrument'>): string =>
    `${owner} ${instrument}`
  const known = new Set(found.map(key))
  const gone = fills.flatMap(({ fill }) => {
    if (known.has(key(fill)) || state.instruments[fill.instrument] === undefined) return []
    known.add(key(fill))
    return [emptyPosition(fill.owner, fill.instrument)]
  })
  return [...found, ...gone]
}

function latestOf(replica: Replica): readonly Told[] {
  const { gateway, sources, session, runs, thoughts } = replica
  const latest: Told[] = [{ source: gateway, fact: { kind: 'time', at: session.at } }]
  for (const { beat, standing } of sources.values()) {
    if (beat !== undefined) latest.push({ source: standing.name, fact: beat })
  }
  for (const [source, fact] of runs) latest.push({ source, fact })
  for (const { source, signal, prediction, decision } of thoughts.values()) {
    for (const fact of [signal, prediction, decision]) {
      if (fact !== undefined) latest.push({ source, fact })
    }
  }
  return latest
}
