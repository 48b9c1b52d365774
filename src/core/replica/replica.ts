import type {
  AckFact,
  Fact,
  FillFact,
  RunFact,
  SettingFact,
  TraceFact,
} from '../contracts/index.ts'
import { isThought } from '../contracts/index.ts'
import type { Micros, Quote } from '../domain/index.ts'
import type { State } from '../state/index.ts'
import { apply, applyQuote, createState } from '../state/index.ts'
import type { MessageLog } from './message-log.ts'
import { createMessageLog, sayFact } from './message-log.ts'
import { remember } from './remember.ts'
import type { SessionClock } from './session-clock.ts'
import { createSessionClock, tellSession } from './session-clock.ts'
import type { Source } from './source.ts'
import type { Thoughts } from './thoughts.ts'
import { think } from './thoughts.ts'
import type { Vitals } from './vitals.ts'
import { keepVital } from './vitals.ts'

/** Fills, and answers to commands, that are kept. */
export const FILLS_KEPT = 1_000
export const ACKS_KEPT = 1_000
/** Orders of which it is kept where their time went. */
export const TRACES_KEPT = 200

/** A copy of everything that a person is shown, as the processes of an instance tell it. */
export interface Replica {
  /** Name of the process that owns the account. */
  readonly gateway: string
  /** The account: quotes, orders of the day, positions, targets. Made anew by each snapshot. */
  state: State
  /** By name, in the order in which they are shown. */
  readonly sources: Map<string, Source>
  /** The newest ones, oldest first. */
  readonly fills: FillFact[]
  /** What became of commands: the newest ones, oldest first. */
  readonly acks: AckFact[]
  /** Where the time of orders went: the newest ones, oldest first. */
  readonly traces: TraceFact[]
  readonly log: MessageLog
  /** What strategies said last, by source and instrument. */
  readonly thoughts: Map<string, Thoughts>
  /** How strategies are set, by source. */
  readonly settings: Map<string, SettingFact>
  /** How a replay goes, by who told it. */
  readonly runs: Map<string, RunFact>
  /** What happened to each process, by source. */
  readonly vitals: Vitals
  readonly session: SessionClock
  /** Quotes and fills that the gateway told in its life. */
  readonly told: { quotes: number; fills: number }
}

export function createReplica(gateway: string, sources: readonly Source[]): Replica {
  return {
    gateway,
    state: createState(),
    sources: new Map(sources.map((source) => [source.standing.name, source])),
    fills: [],
    acks: [],
    traces: [],
    log: createMessageLog(),
    thoughts: new Map(),
    settings: new Map(),
    runs: new Map(),
    vitals: new Map(),
    session: createSessionClock(),
    told: { quotes: 0, fills: 0 },
  }
}

/**
 * What a fact means to those who show the replica. `quote`: only an instrument's newest counts.
 * `latest`: only the newest of its kind, of that source and instrument. `ordered`: every one, in
 * its order. `nothing`: it is not shown.
 */
export type Weight = 'quote' | 'latest' | 'ordered' | 'nothing'

export function weightOf(kind: Fact['kind']): Weight {
  switch (kind) {
    case 'quote':
      return 'quote'
    case 'time':
    case 'beat':
    case 'run':
    case 'signal':
    case 'prediction':
    case 'decision':
    case 'setting':
    case 'attribution':
      return 'latest'
    case 'hello':
    case 'directory':
    case 'order':
    case 'fill':
    case 'position':
    case 'account':
    case 'ack':
    case 'state':
    case 'limits':
    case 'settlement':
    case 'marks':
    case 'reset':
    case 'target':
    case 'health':
    case 'trace':
    case 'vital':
      return 'ordered'
    case 'trade':
    case 'done':
    case 'step':
    case 'warm-up':
    case 'snapshot':
      return 'nothing'
  }
}

/** The hot case of `take`: a quote of the gateway. @param saidAt monotonic. */
export function takeQuote(replica: Replica, quote: Quote, saidAt: Micros): void {
  replica.told.quotes++
  tellSession(replica.session, quote.at, saidAt)
  applyQuote(replica.state, quote)
}

/**
 * Takes a fact that came in its order; beats are taken by `hears`.
 *
 * @param saidAt the source's monotonic stamp.
 * @throws Error when the fact does not fit what is known, as a fill of an instrument that nobody
 *   announced: then the copy is not to be trusted, and its source to be asked how things stand.
 */
export function take(replica: Replica, source: string, fact: Fact, saidAt: Micros): void {
  if (fact.kind === 'quote') return takeQuote(replica, fact, saidAt)
  if (fact.kind === 'vital') return keepVital(replica.vitals, source, fact)
  if (source === replica.gateway) takeOfAccount(replica, fact, saidAt)
  if (isThought(fact)) think(replica.thoughts, source, fact)
  if (fact.kind === 'ack' && source !== replica.gateway) remember(replica.acks, fact, ACKS_KEPT)
  if (fact.kind === 'run') replica.runs.set(source, fact)
  if (fact.kind === 'setting') replica.settings.set(source, fact)
  sayFact(replica.log, source, fact)
}

function takeOfAccount(replica: Replica, fact: Fact, saidAt: Micros): void {
  const at = sessionStamp(fact)
  if (at !== undefined) tellSession(replica.session, at, saidAt)
  apply(replica.state, fact)
  if (fact.kind === 'fill') {
    replica.told.fills++
    remember(replica.fills, fact, FILLS_KEPT)
  } else if (fact.kind === 'ack') {
    remember(replica.acks, fact, ACKS_KEPT)
  } else if (fact.kind === 'trace') {
    remember(replica.traces, fact, TRACES_KEPT)
  }
}

/** Session time that a fact of the gateway carries. */
export function sessionStamp(fact: Fact): Micros | undefined {
  switch (fact.kind) {
    case 'quote':
    case 'time':
    case 'ack':
    case 'state':
    case 'target':
      return fact.at
    case 'order':
      return fact.order.updatedAt
    case 'account':
      return fact.account.at
    default:
      return undefined
  }
}

/** How a replay goes: the exchange plays it, the gateway counts and hashes it. */
export function runOf(replica: Replica): RunFact | undefined {
  let run: RunFact | undefined
  for (const told of replica.runs.values()) {
    if (run === undefined) run = told
    else run = told.messages > 0 ? { ...run, ...counted(told) } : { ...told, ...counted(run) }
  }
  return run
}

/** A workstation ends with its replay: nothing broke. */
export function isRunOver(replica: Replica | undefined): boolean {
  return replica !== undefined && runOf(replica)?.phase === 'ended'
}

function counted({ messages, hash }: RunFact): Pick<RunFact, 'messages' | 'hash'> {
  return { messages, hash }
}
