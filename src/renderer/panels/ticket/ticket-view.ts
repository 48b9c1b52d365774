import type { Mode } from '../../../core/contracts/index.ts'
import type { EntryBar } from '../../../core/desk/entry.ts'
import type { OrderPreview, OrderWish } from '../../../core/desk/order-preview.ts'
import { previewOrder } from '../../../core/desk/order-preview.ts'
import type { Instrument, Lots, Quote, Side, Ticks } from '../../../core/domain/index.ts'
import { HAND, sign, ticksOf } from '../../../core/domain/index.ts'
import { targetsIn } from '../../../core/state/index.ts'
import type { Desk } from '../../desk/index.ts'
import type { TicketDraft } from '../../desk/ticket-draft.ts'
import type { Sentence, Translate, Word } from '../../words/index.ts'
import { TEXTS } from '../../words/index.ts'
import { entryOf, entryWords, previewViewOf, shortEntryWords } from './entry-of.ts'

/** One of the two orders that a ticket can send. */
export interface TicketSide {
  readonly side: Side
  readonly wish: OrderWish
  readonly preview: OrderPreview
  /** Why it cannot be sent; empty where it can. */
  readonly off: string
  /** The same in as few words as a button has room for. */
  readonly offShort: string
  /** The same, for whoever keeps it. */
  readonly why: Sentence
}

export interface TicketView {
  readonly instrument: Instrument
  readonly quote: Quote | undefined
  readonly mode: Mode | undefined
  /** Why entry is off, of everything or of what adds exposure. */
  readonly entry: EntryBar | undefined
  readonly buy: TicketSide
  readonly sell: TicketSide
}

/** What a draft would do, either way; undefined before its instrument is known. */
export function ticketViewOf(desk: Desk, draft: TicketDraft, t: Translate): TicketView | undefined {
  const instrument = desk.instrument(draft.symbol)
  if (instrument === undefined) return undefined
  const entry = entryOf(desk, instrument)
  const ofSide = (side: Side): TicketSide | undefined => judged(desk, wishOf(desk, draft, side), t)
  const [buy, sell] = [ofSide('buy'), ofSide('sell')]
  if (buy === undefined || sell === undefined) return undefined
  const mode = desk.session.opening?.origin.mode
  return { instrument, quote: desk.quoteOf(instrument.id), mode, entry, buy, sell }
}

/** An order with what it would do and why it may not go; undefined without an instrument. */
export function judged(
  desk: Desk,
  wish: OrderWish | undefined,
  t: Translate,
): TicketSide | undefined {
  const instrument = wish && desk.replica?.state.instruments[wish.instrument]
  const view = instrument && previewViewOf(desk, instrument)
  if (wish === undefined || instrument === undefined || view === undefined) return undefined
  const preview = previewOrder(wish, view)
  const entry = entryOf(desk, instrument)
  const why = (t: Translate): string => whyOff(preview, entry, t, entryWords)
  const offShort = whyOff(preview, entry, t, shortEntryWords)
  return { side: wish.side, wish, preview, off: why(t), offShort, why }
}

/** The order that a draft means for a side: each at its own price while that follows the market. */
export function wishOf(desk: Desk, draft: TicketDraft, side: Side): OrderWish | undefined {
  const instrument = desk.instrument(draft.symbol)
  if (instrument === undefined) return undefined
  const { offset, orderKind, volume } = draft
  const limit = orderKind === 'market' ? (NaN as Ticks) : priceOfDraft(desk, draft, side)
  return { instrument: instrument.id, side, offset, orderKind, limit, volume }
}

/** In ticks; NaN where the market has no such price. */
export function priceOfDraft(
  desk: Desk,
  { symbol, source, limit }: TicketDraft,
  side: Side,
): Ticks {
  const instrument = desk.instrument(symbol)
  const quote = instrument && desk.quoteOf(instrument.id)
  if (source === 'fixed' || instrument === undefined || quote === undefined) return limit
  const asks = (side === 'buy') === (source === 'opposite')
  return ticksOf(instrument, (asks ? quote.askPrices : quote.bidPrices)[0]!)
}

function whyOff(
  preview: OrderPreview,
  entry: EntryBar | undefined,
  t: Translate,
  wordsOf: typeof entryWords,
): string {
  const { refusals, offset } = preview
  const closes = offset === 'close' || offset === 'closeToday'
  if (entry !== undefined && (entry.scope === 'all' || !closes)) return wordsOf(t, entry)
  const [first] = refusals
  if (first !== undefined) return shortWords(t, first.code, first.message)
  if (preview.sendable) return ''
  for (const figure of [preview.fee, preview.marginAfter, preview.worst, preview.latchTicks]) {
    if (!figure.known) return t(`unknown.${figure.why}`)
  }
  return t('unknown.facts')
}

/** A code of a refusal in few words; its own sentence where there are none. */
export function shortWords(t: Translate, code: string, message: string): string {
  const word = `short.${code}`
  return Object.hasOwn(TEXTS.en, word) ? t(word as Word) : message
}

/** A strategy that wants the other way. */
export interface Opposed {
  readonly owner: number
  readonly name: string
  readonly target: Lots
}

/** Strategies whose targets go against an order. */
export function opposedBy(desk: Desk, { instrument, side }: OrderWish): readonly Opposed[] {
  const { replica } = desk
  if (replica === undefined) return []
  return targetsIn(replica.state, instrument).flatMap(({ owner, target }) => {
    if (owner === HAND || !(target * sign(side) < 0)) return []
    return [{ owner, name: replica.state.owners[owner]?.name ?? `${owner}`, target }]
  })
}
