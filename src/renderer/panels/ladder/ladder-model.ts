import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import { averagesOf } from '../../../core/desk/held-average.ts'
import type { LadderPlace } from '../../../core/desk/ladder-place.ts'
import { NOWHERE, centred, followed, revealed, scrolled } from '../../../core/desk/ladder-place.ts'
import type { LadderRow } from '../../../core/desk/ladder-rows.ts'
import { ladderRows } from '../../../core/desk/ladder-rows.ts'
import type { Instrument, OrderId, Quote, Side, Ticks } from '../../../core/domain/index.ts'
import { ticksOf } from '../../../core/domain/index.ts'
import { workingOrders } from '../../../core/state/index.ts'
import type { Desk } from '../../desk/index.ts'
import { deskModel } from '../../desk/index.ts'
import { depthMemories } from '../../desk/depth-memories.ts'
import { ownQueuesOf } from '../../desk/own-queues.ts'
import { marketMemoriesOf } from '../tape/market-memories.ts'
import type { LadderLayout, LadderSpot } from './ladder-layout.ts'
import { spotAt } from './ladder-layout.ts'

/** What React shows of a ladder. */
export interface LadderSettings {
  /** A click places an order. Off whenever a page begins. */
  readonly armed: boolean
  /** The table in the place of the canvas. */
  readonly tabled: boolean
}

/** Own orders on their way to another price. */
export interface LadderDrag {
  readonly side: Side
  readonly ids: readonly OrderId[]
  readonly from: number
  readonly to: number
}

interface Found extends LadderSpot {
  readonly ladderRow: LadderRow
}

/** One ladder: where it stands, what it shows, and what the pointer and the cursor are at. */
export class LadderModel {
  readonly settings: StoreApi<LadderSettings> = createStore(() => ({
    armed: false,
    tabled: false,
  }))
  /** As they were painted last, from the top down. */
  rows: readonly LadderRow[] = []
  /** Price under the pointer, where a click would place, and on which side; NaN for none. */
  hover = NaN
  hoverSide: Side | undefined
  /** Price of the keyboard's cursor; NaN for none. */
  cursor = NaN
  drag: LadderDrag | undefined
  readonly #desk: Desk
  #instrument: Instrument | undefined
  #place: LadderPlace = NOWHERE
  #pointed = false
  #layout: LadderLayout | undefined
  #painted: Quote | undefined

  constructor(desk: Desk) {
    this.#desk = desk
  }

  get armed(): boolean {
    return this.settings.getState().armed
  }

  /** Whether the newest paint showed that quote already: those of others change nothing here. */
  isPainted(quote: Quote | undefined): boolean {
    return quote !== undefined && quote === this.#painted
  }

  /** Makes the rows of a paint. Another instrument begins in its own middle. */
  arrange(instrument: Instrument, layout: LadderLayout): void {
    const desk = this.#desk
    const { id } = instrument
    const state = desk.replica?.state
    if (this.#instrument?.symbol !== instrument.symbol) this.#begin()
    this.#instrument = instrument
    this.#layout = layout
    this.#painted = desk.quoteOf(id)
    this.#place = followed(this.#place, this.#last(), this.#whole(), this.#pointed)
    const { top } = this.#place
    if (state === undefined || Number.isNaN(top)) {
      this.rows = []
      return
    }
    this.rows = ladderRows({
      instrument,
      quote: desk.quoteOf(id),
      depth: depthMemories(desk).of(id),
      volume: marketMemoriesOf(desk).of(id)?.volume,
      working: workingOrders(state, id),
      queueOf: (order) => ownQueuesOf(desk).of({ id: order, instrument: id }),
      averages: averagesOf(state, id),
      now: desk.sessionNow(),
      top,
      count: layout.count,
    })
  }

  centre(): void {
    const last = this.#last()
    if (!Number.isNaN(last)) this.#place = centred(last, this.#whole())
    this.#repaint()
  }

  scroll(rows: number): void {
    this.#place = scrolled(this.#place, rows, this.#last(), this.#whole())
    this.#repaint()
  }

  moveCursor(rows: number): void {
    this.cursor = (Number.isNaN(this.cursor) ? this.#last() : this.cursor) + rows
    this.#place = revealed(this.#place, this.cursor, this.#last(), this.#whole())
    this.#repaint()
  }

  /** Own orders at the cursor, of either side. */
  get atCursor(): readonly OrderId[] {
    const row = this.rows.find(({ ticks }) => ticks === this.cursor)
    return [...(row?.bidOrders?.ids ?? []), ...(row?.askOrders?.ids ?? [])]
  }

  leaveCursor(): void {
    this.cursor = NaN
    this.#repaint()
  }

  enter(): void {
    this.#pointed = true
  }

  leave(): void {
    this.#pointed = false
    this.#point(undefined)
  }

  /** In CSS pixels within the canvas. */
  pointAt(x: number, y: number): void {
    this.#point(this.#find(x, y))
  }

  /** @returns whether own orders are being dragged from here on. */
  press(x: number, y: number): boolean {
    const found = this.#find(x, y)
    if (found?.column !== 'orders' || found.side === undefined || !this.armed) return false
    const { side, ladderRow } = found
    const orders = side === 'buy' ? ladderRow.bidOrders : ladderRow.askOrders
    if (orders === undefined || orders.ids.length === 0) return false
    this.drag = { side, ids: orders.ids, from: ladderRow.ticks, to: ladderRow.ticks }
    return true
  }

  /** @returns orders that were dragged, and the price that they are to have. */
  release(): { readonly ids: readonly OrderId[]; readonly ticks: Ticks } | undefined {
    const { drag } = this
    this.drag = undefined
    this.#repaint()
    if (drag === undefined || drag.to === drag.from) return undefined
    return { ids: drag.ids, ticks: drag.to as Ticks }
  }

  /** Which order a click there would place. */
  placeAt(x: number, y: number): { readonly side: Side; readonly ticks: Ticks } | undefined {
    const found = this.#find(x, y)
    if (found?.column !== 'depth' || found.side === undefined) return undefined
    return { side: found.side, ticks: found.ladderRow.ticks as Ticks }
  }

  priceAt(x: number, y: number): Ticks | undefined {
    return this.#find(x, y)?.ladderRow.ticks as Ticks | undefined
  }

  #begin(): void {
    this.#place = NOWHERE
    this.cursor = this.hover = NaN
    this.drag = undefined
  }

  #point(found: Found | undefined): void {
    const over = found?.column === 'depth' ? found : undefined
    this.hover = over?.ladderRow.ticks ?? NaN
    this.hoverSide = over?.side
    if (this.drag !== undefined && found !== undefined) {
      this.drag = { ...this.drag, to: found.ladderRow.ticks }
    }
    this.#repaint()
  }

  #find(x: number, y: number): Found | undefined {
    if (this.#layout === undefined) return undefined
    const spot = spotAt(this.#layout, x, y)
    const ladderRow = this.rows[spot.row]
    return ladderRow === undefined || ladderRow.outside ? undefined : { ...spot, ladderRow }
  }

  /** Rows that are seen whole: one that is cut at the lower edge does not count. */
  #whole(): number {
    return Math.max(1, (this.#layout?.count ?? 1) - 1)
  }

  #last(): number {
    const instrument = this.#instrument
    const quote = instrument && this.#desk.quoteOf(instrument.id)
    return quote === undefined || instrument === undefined ? NaN : ticksOf(instrument, quote.last)
  }

  #repaint(): void {
    this.#desk.frames.mark('pointer')
  }
}

const laddersOf = deskModel(() => new Map<string, LadderModel>())

/** By panel; it lives as long as the page, so that a tab that comes back is where it was. */
export function ladderOf(desk: Desk, panel: string): LadderModel {
  const ladders = laddersOf(desk)
  let ladder = ladders.get(panel)
  if (ladder === undefined) {
    ladder = new LadderModel(desk)
    ladders.set(panel, ladder)
  }
  return ladder
}
