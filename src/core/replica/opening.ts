import type { InstrumentId, Quote } from '../domain/index.ts'
import type { OpeningFrame, Told, ToldFact } from '../contracts/window-frame.ts'
import { accountOf, marksOf } from '../state/index.ts'
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
    facts: [
      ...accountFacts(replica).map((fact) => ({ source: replica.gateway, fact })),
      ...[...replica.vitals].flatMap(([source, all]) => all.map((fact) => ({ source, fact }))),
    ],
    latest: latestOf(replica),
    quotes,
  }
}

function accountFacts(replica: Replica): readonly ToldFact[] {
  const { state, session, fills, acks, traces } = replica
  const { at } = session
  const instruments = state.instruments.filter((each) => each !== undefined)
  const owners = state.owners.filter((each) => each !== undefined)
  const positions = state.positions.flatMap((each) =>
    (each ?? []).filter((one) => one !== undefined),
  )
  return [
    { kind: 'directory', instruments, owners },
    { kind: 'limits', at, limits: state.limits, person: '' },
    state.trading,
    ...(state.reset === undefined ? [] : [state.reset]),
    ...[...state.orders.values()].map((order): ToldFact => ({ kind: 'order', order })),
    ...fills,
    ...acks,
    ...traces,
    ...state.targets.flat(),
    ...positions.map((position): ToldFact => ({ kind: 'position', position })),
    { kind: 'account', account: accountOf(state, at) },
    marksOf(state),
  ]
}

function latestOf(replica: Replica): readonly Told[] {
  const { gateway, sources, session, runs, settings, thoughts } = replica
  const latest: Told[] = [{ source: gateway, fact: { kind: 'time', at: session.at } }]
  for (const { beat, standing } of sources.values()) {
    if (beat !== undefined) latest.push({ source: standing.name, fact: beat })
  }
  for (const [source, fact] of runs) latest.push({ source, fact })
  for (const [source, fact] of settings) latest.push({ source, fact })
  for (const { source, signal, prediction, decision, attribution } of thoughts.values()) {
    for (const fact of [signal, prediction, decision, attribution]) {
      if (fact !== undefined) latest.push({ source, fact })
    }
  }
  return latest
}
