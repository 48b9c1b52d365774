import type { Mode, RiskLimits, Saying, StateFact } from '../contracts/index.ts'
import { asSaid, saying } from '../contracts/index.ts'
import type { Standing } from '../contracts/window-frame.ts'
import type { Instrument, Quote } from '../domain/index.ts'
import { MICROS_PER_SECOND } from '../domain/index.ts'
import type { Staleness } from '../engine/gateway/staleness.ts'
import { isFresh } from '../replica/index.ts'

/** Why orders cannot be entered, in the order in which a trader wants to know. */
export const ENTRY_REASONS = [
  'connecting',
  'lost',
  'refused',
  'old',
  'replay',
  'monitor',
  'gateway-waiting',
  'gateway-lost',
  'gateway-silent',
  'halted',
  'flattening',
  'no-instrument',
  'not-tradable',
  'not-allowed',
  'no-quote',
  'reducing',
  'daily-loss',
  'feed-silent',
  'stale',
  'account-old',
] as const
/** Older than that an account says nothing of what more exposure would do to it, in µs. */
export const ACCOUNT_LIMIT = 2 * MICROS_PER_SECOND

export type EntryReason = (typeof ENTRY_REASONS)[number]

export interface EntryBar {
  readonly reason: EntryReason
  /** `opening`: only orders that add exposure; closing ones may go. */
  readonly scope: 'all' | 'opening'
  /** What was said of it, where anything was: why trading halted, what the instrument lacks. */
  readonly words: Saying
  /**
   * µs of a stale quote or an old account, or since the gateway is silent; NaN where it is no
   * matter of time, or nobody knows.
   */
  readonly age: number
  /** Of a stale quote: both ages and the one that is too high. */
  readonly staleness?: Staleness
}

/** The line between this window and main. */
export interface EntryLink {
  readonly phase: 'connecting' | 'following' | 'lost' | 'refused'
  /** What is shown may be old. */
  readonly old: boolean
}

/** All that a window knows of whether orders can be entered. */
export interface EntryView {
  readonly link: EntryLink
  readonly mode: Mode | undefined
  /** The process that owns the account. */
  readonly gateway: Standing | undefined
  /** µs since when what is known of the gateway may be old. */
  readonly gatewayAge: number
  /** µs since the gateway vouched for the account; NaN where it never did. */
  readonly accountAge: number
  readonly trading: StateFact
  readonly limits: RiskLimits
  /** Fen: close profit + open profit − fees of the day. */
  readonly dayResult: number
  readonly instrument: Instrument | undefined
  readonly quote: Quote | undefined
  /** What the gate has to say of the quote's age and the feed's. */
  readonly staleness: Staleness | undefined
}

/** Why entering orders is off just now; undefined where it is on. */
export function entryBar(view: EntryView): EntryBar | undefined {
  return ofWindow(view) ?? ofGateway(view) ?? ofInstrument(view) ?? ofExposure(view)
}

/** Whether an account of that age, in µs, is too old; one of which nothing is known is. */
export function isAccountOld(age: number): boolean {
  return !(age <= ACCOUNT_LIMIT)
}

/** A cancel can be asked for while there is a line to main, whatever else is off. */
export function cancelsPossible({ phase }: EntryLink): boolean {
  return phase === 'following' || phase === 'connecting'
}

function ofWindow({ link, mode }: EntryView): EntryBar | undefined {
  if (link.phase !== 'following') return bar(link.phase)
  if (link.old) return bar('old')
  return mode === 'replay' || mode === 'monitor' ? bar(mode) : undefined
}

function ofGateway({ gateway, gatewayAge, trading }: EntryView): EntryBar | undefined {
  if (gateway === undefined) return bar('gateway-waiting')
  if (!isFresh(gateway)) {
    if (gateway.silent) return { ...bar('gateway-silent'), age: gatewayAge }
    return bar(gateway.line === 'waiting' ? 'gateway-waiting' : 'gateway-lost')
  }
  const { state, reason } = trading
  return state === 'halted' || state === 'flattening' ? { ...bar(state), words: reason } : undefined
}

function ofInstrument({ instrument, limits, quote }: EntryView): EntryBar | undefined {
  if (instrument === undefined) return bar('no-instrument')
  if (!instrument.tradable)
    return { ...bar('not-tradable'), words: saying('several', { sayings: instrument.notes }) }
  const { allowed } = limits
  if (!allowed.includes('*') && !allowed.includes(instrument.symbol)) return bar('not-allowed')
  return quote === undefined ? bar('no-quote') : undefined
}

function ofExposure(view: EntryView): EntryBar | undefined {
  const { trading, dayResult, limits, staleness, accountAge } = view
  if (trading.state === 'reducing') return { ...opening('reducing'), words: trading.reason }
  if (!(dayResult > -limits.maxDailyLoss)) return opening('daily-loss')
  if (staleness !== undefined) {
    const reason = staleness.why === 'feed' ? 'feed-silent' : 'stale'
    return { ...opening(reason), age: staleness.quoteAge, staleness }
  }
  return isAccountOld(accountAge) ? { ...opening('account-old'), age: accountAge } : undefined
}

const NOTHING = asSaid('')

function bar(reason: EntryReason): EntryBar {
  return { reason, scope: 'all', words: NOTHING, age: NaN }
}

function opening(reason: EntryReason): EntryBar {
  return { ...bar(reason), scope: 'opening' }
}
