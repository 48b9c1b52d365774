import type { EntryBar } from '../../../core/desk/entry.ts'
import { entryBar } from '../../../core/desk/entry.ts'
import type { PreviewView } from '../../../core/desk/order-preview.ts'
import { asSaid } from '../../../core/contracts/index.ts'
import type { Instrument } from '../../../core/domain/index.ts'
import { stalenessWords } from '../../../core/engine/gateway/staleness.ts'
import type { Desk } from '../../desk/index.ts'
import { age } from '../../format/index.ts'
import type { Translate, Word } from '../../words/index.ts'
import { TEXTS, sayingWords } from '../../words/index.ts'
import { handOrdersOf } from './hand-orders.ts'

/** Why no order can be entered in an instrument just now; undefined where orders can. */
export function entryOf(desk: Desk, instrument: Instrument | undefined): EntryBar | undefined {
  const { replica, session, status } = desk
  if (replica === undefined) {
    const reason = status.phase === 'following' ? 'connecting' : status.phase
    return { reason, scope: 'all', words: asSaid(''), age: NaN }
  }
  const { state } = replica
  const gateway = replica.sources.get(replica.gateway)?.standing
  const { closeProfit, fees } = state.money
  return entryBar({
    link: status,
    mode: session.opening?.origin.mode,
    gateway,
    gatewayAge: gateway === undefined ? NaN : session.monotonic() - gateway.staleSince,
    accountAge: desk.accountAge(),
    trading: state.trading,
    limits: state.limits,
    dayResult: closeProfit + state.openProfit - fees,
    instrument,
    quote: instrument && state.quotes[instrument.id],
    staleness: instrument && desk.staleness(instrument.id),
  })
}

/** The reason in words. */
export function entryWords(t: Translate, bar: EntryBar): string {
  return t(`entry.${bar.reason}`, entryValues(t, bar))
}

/** The same in as few words as a button has room for. */
export function shortEntryWords(t: Translate, bar: EntryBar): string {
  const word = `entry-short.${bar.reason}`
  if (!Object.hasOwn(TEXTS.en, word)) return entryWords(t, bar)
  return t(word as Word, entryValues(t, bar))
}

function entryValues(t: Translate, bar: EntryBar): Readonly<Record<string, string>> {
  const { age: passed, staleness } = bar
  const words = sayingWords(bar.words, t)
  const feed = age(staleness?.feedAge ?? NaN)
  const most = age(staleness?.most ?? NaN)
  return { words, age: age(passed), feed, most }
}

/** What judges an order of an instrument now; undefined before anything is known. */
export function previewViewOf(desk: Desk, { id }: Instrument): PreviewView | undefined {
  const { replica, session } = desk
  if (replica === undefined) return undefined
  const now = desk.sessionNow()
  const stale = desk.staleness(id)
  return {
    state: replica.state,
    mode: session.opening?.origin.mode ?? 'monitor',
    now,
    ordersSent: handOrdersOf(desk).sent(now),
    staleness: stale && stalenessWords(stale),
    // Sessions are the gateway's knowledge: outside of them quotes grow old, which shows here.
    phase: 'continuous',
  }
}
