import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { cancelsPossible } from '../../../core/desk/entry.ts'
import type { Instrument, OrderId, Side, Ticks } from '../../../core/domain/index.ts'
import { HAND } from '../../../core/domain/index.ts'
import { workingOrders } from '../../../core/state/index.ts'
import type { Desk } from '../../desk/index.ts'
import { useDesk, useLinkedInstrument, useWords } from '../../desk/index.ts'
import { ticketDraftOf } from '../../desk/ticket-draft.ts'
import { priceFormat } from '../../format/index.ts'
import { useKey } from '../../keys/index.ts'
import type { PanelProps } from '../panel-kind.ts'
import { entryOf, entryWords } from '../ticket/entry-of.ts'
import { MarketState } from '../ticket/market-state.tsx'
import { orderSenderOf } from '../ticket/order-sender.ts'
import { useOrderEntry } from '../ticket/use-order-entry.tsx'
import { LadderFoot, LadderHead } from './ladder-bars.tsx'
import { LadderCanvas } from './ladder-canvas.tsx'
import { LadderGrid } from './ladder-grid.tsx'
import type { LadderModel } from './ladder-model.ts'
import { ladderOf } from './ladder-model.ts'
import './ladder.css'

export { LadderTools } from './ladder-bars.tsx'

/** Prices from above to below, with what stands at each, and own orders among it. */
export function LadderPanel({ panel, letter }: PanelProps): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const { symbol, instrument } = useLinkedInstrument(letter)
  return (
    <MarketState
      symbol={symbol}
      instrument={instrument}
      words={t('ladder.empty', { symbol: symbol ?? '–' })}
      isEmpty={hasNoQuote}
    >
      {instrument !== undefined && (
        <Ladder instrument={instrument} ladder={ladderOf(desk, panel)} letter={letter} />
      )}
    </MarketState>
  )
}

function hasNoQuote(desk: Desk, { id }: Instrument): boolean {
  return desk.quoteOf(id) === undefined
}

interface LadderProps extends Pick<PanelProps, 'letter'> {
  readonly instrument: Instrument
  readonly ladder: LadderModel
}

function Ladder({ instrument, ladder, letter }: LadderProps): ReactElement {
  const desk = useDesk()
  const entry = useOrderEntry(instrument.symbol)
  const { tabled } = useStore(ladder.settings)
  const place = (side: Side, limit: Ticks): void => {
    if (!ladder.armed) return entry.say((t) => t('ladder.not-armed'))
    const { volume } = ticketDraftOf(desk, letter).getState()
    const terms = { side, offset: 'auto', orderKind: 'limit', limit, volume } as const
    entry.request({ instrument: instrument.id, ...terms })
  }
  /** @returns whether any was sent. */
  const move = (ids: readonly OrderId[], limit: Ticks): boolean => {
    const bar = entryOf(desk, instrument)
    if (bar !== undefined) {
      entry.say((t) => t('confirm.closed-entry', { why: entryWords(t, bar) }))
      return false
    }
    entry.say('')
    const sent = ids.map((id) => orderSenderOf(desk).amend(id, limit))
    return sent.some((asked) => asked !== undefined)
  }
  const cancel = (limit: Ticks): void => {
    const working = desk.replica ? workingOrders(desk.replica.state, instrument.id) : []
    const own = working.filter((order) => order.owner === HAND && order.limit === limit)
    const price = priceFormat(instrument).ticks(limit)
    if (own.length === 0) return entry.say((t) => t('ladder.no-orders', { price }))
    if (!cancelsPossible(desk.status)) return entry.say((t) => t('entry.lost'))
    entry.say('')
    for (const { id } of own) void orderSenderOf(desk).cancel(id)
  }
  /** The cursor goes with them. */
  const shift = (by: 1 | -1): void => {
    const from = ladder.cursor as Ticks
    if (Number.isNaN(from)) return
    if (!ladder.armed) return entry.say((t) => t('ladder.not-armed'))
    const price = priceFormat(instrument).ticks(from)
    const ids = ladder.atCursor
    if (ids.length === 0) return entry.say((t) => t('ladder.no-orders', { price }))
    if (move(ids, (from + by) as Ticks)) ladder.moveCursor(by)
  }
  const atCursor = (act: (ticks: Ticks) => void): void => {
    if (!Number.isNaN(ladder.cursor)) act(ladder.cursor as Ticks)
  }
  useKey('centre', () => ladder.centre())
  useKey('ladder.buy', () => atCursor((ticks) => place('buy', ticks)))
  useKey('ladder.sell', () => atCursor((ticks) => place('sell', ticks)))
  useKey('ladder.higher', () => shift(1))
  useKey('ladder.lower', () => shift(-1))
  useKey('ladder.cancel', () => atCursor(cancel))
  return (
    <div className="ladder">
      <LadderHead instrument={instrument} />
      <div className="ladder-place">
        <LadderCanvas instrument={instrument} ladder={ladder} deeds={{ place, move, cancel }} />
        <LadderGrid instrument={instrument} ladder={ladder} shown={tabled} />
      </div>
      <LadderFoot instrument={instrument} ladder={ladder} note={entry.note} />
      {entry.dialog}
    </div>
  )
}
