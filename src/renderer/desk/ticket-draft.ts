import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { Lots, Offset, OrderKind, Side, Ticks } from '../../core/domain/index.ts'
import type { Desk } from './desk.ts'
import type { Letter } from './focus.ts'

/**
 * Where the price of a draft comes from. `opposite`: the best of the other side, so that it
 * crosses; `own`: the best of its own side, so that it waits there; `fixed`: a person's choice.
 */
export type PriceSource = 'opposite' | 'own' | 'fixed'

/** The order that a person is about to write: shown by ticket, ladder and chart of one letter. */
export interface TicketDraft {
  /** `EXCHANGE.code`; empty before any is known. */
  readonly symbol: string
  readonly side: Side
  readonly offset: Offset | 'auto'
  readonly orderKind: OrderKind
  readonly source: PriceSource
  /** Of a `fixed` price; NaN while it follows the market. */
  readonly limit: Ticks
  readonly volume: Lots
}

export type TicketDraftStore = StoreApi<TicketDraft>

const drafts = new WeakMap<Desk, Map<Letter, TicketDraftStore>>()

/**
 * The one draft of a letter. With another symbol it begins anew, at the market's price; how many
 * lots were last wanted of a symbol is remembered.
 */
export function ticketDraftOf(desk: Desk, letter: Letter): TicketDraftStore {
  let ofDesk = drafts.get(desk)
  if (ofDesk === undefined) {
    ofDesk = new Map()
    drafts.set(desk, ofDesk)
  }
  let store = ofDesk.get(letter)
  if (store === undefined) {
    store = createDraft(desk, letter)
    ofDesk.set(letter, store)
  }
  return store
}

/** Fixes the price, as a click on a ladder or a chart does. */
export function fixPrice(store: TicketDraftStore, limit: Ticks): void {
  store.setState({ source: 'fixed', limit })
}

/** Lets the price follow the market again. */
export function followPrice(store: TicketDraftStore, source: 'opposite' | 'own'): void {
  store.setState({ source, limit: NaN as Ticks })
}

function emptyDraft(symbol: string, volume: number): TicketDraft {
  return {
    symbol,
    side: 'buy',
    offset: 'auto',
    orderKind: 'limit',
    source: 'opposite',
    limit: NaN as Ticks,
    volume: volume as Lots,
  }
}

function createDraft(desk: Desk, letter: Letter): TicketDraftStore {
  const lots = new Map<string, number>()
  const store = createStore<TicketDraft>(() => emptyDraft(desk.focus.symbol(letter) ?? '', 1))
  desk.focus.store.subscribe(() => {
    const { symbol, volume } = store.getState()
    const linked = desk.focus.symbol(letter) ?? ''
    if (linked === symbol) return
    lots.set(symbol, volume)
    store.setState(emptyDraft(linked, lots.get(linked) ?? 1))
  })
  return store
}
