import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { cancelsPossible } from '../../../core/desk/entry.ts'
import type { Instrument, OrderId, Side, Ticks } from '../../../core/domain/index.ts'
import { HAND } from '../../../core/domain/index.ts'
import { workingOrders } from '../../../core/state/index.ts'
import { PanelState } from '../../components/index.ts'
import { useDesk, useLinked, useSlice, useWords } from '../../desk/index.ts'
import { ticketDraftOf } from '../../desk/ticket-draft.ts'
import { priceFormat } from '../../format/index.ts'
import { useKey } from '../../keys/index.ts'
import type { PanelProps } from '../panel-kind.ts'
import { entryOf, entryWords } from '../ticket/entry-of.ts'
import { marketCondition } from '../ticket/market-condition.ts'
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
  const symbol = useLinked(letter)
  const instrument = useSlice(['directory', 'link'], () =>
    symbol === undefined ? undefined : desk.instrument(symbol),
  )
  const quoted = useSlice(['quotes'], () => instrument && desk.quoteOf(instrument.id) !== undefined)
  const condition = useSlice(['link', 'age', 'quotes'], () => marketCondition(desk, instrument, t))
  if (instrument === undefined || quoted !== true) {
    const words = t('ladder.empty', { symbol: symbol ?? '–' })
    return <PanelState condition={{ kind: 'empty', words }}>{null}</PanelState>
  }
  return (
    <PanelState condition={condition}>
      <Ladder instrument={instrument} ladder={ladderOf(desk, panel)} letter={letter} />
    </PanelState>
  )
}

interface LadderProps extends Pick<PanelProps, 'letter'> {
  readonly instrument: Instrument
  readonly ladder: LadderModel
}

function Ladder({ instrument, ladder, letter }: LadderProps): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const entry = useOrderEntry()
  const { tabled } = useStore(ladder.settings)
  const place = (side: Side, limit: Ticks): void => {
    if (!ladder.armed) return entry.say(t('ladder.not-armed'))
    const { volume } = ticketDraftOf(desk, letter).getState()
    const terms = { side, offset: 'auto', orderKind: 'limit', limit, volume } as const
    entry.request({ instrument: instrument.id, ...terms })
  }
  const move = (ids: readonly OrderId[], limit: Ticks): void => {
    const bar = entryOf(desk, instrument)
    if (bar !== undefined) return entry.say(t('confirm.closed-entry', { why: entryWords(t, bar) }))
    entry.say('')
    for (const id of ids) void orderSenderOf(desk).amend(id, limit)
  }
  const cancel = (limit: Ticks): void => {
    const working = desk.replica ? workingOrders(desk.replica.state, instrument.id) : []
    const own = working.filter((order) => order.owner === HAND && order.limit === limit)
    const price = priceFormat(instrument).ticks(limit)
    if (own.length === 0) return entry.say(t('ladder.no-orders', { price }))
    if (!cancelsPossible(desk.status)) return entry.say(t('entry.lost'))
    entry.say('')
    for (const { id } of own) void orderSenderOf(desk).cancel(id)
  }
  const atCursor = (act: (ticks: Ticks) => void): void => {
    if (!Number.isNaN(ladder.cursor)) act(ladder.cursor as Ticks)
  }
  useKey('centre', () => ladder.centre())
  useKey('ladder.buy', () => atCursor((ticks) => place('buy', ticks)))
  useKey('ladder.sell', () => atCursor((ticks) => place('sell', ticks)))
  useKey('ladder.cancel', () => atCursor(cancel))
  return (
    <div className="ladder">
      <LadderHead instrument={instrument} />
      <LadderCanvas
        instrument={instrument}
        ladder={ladder}
        deeds={{ place, move, cancel }}
        hidden={tabled}
      />
      <LadderGrid instrument={instrument} ladder={ladder} shown={tabled} />
      <LadderFoot instrument={instrument} ladder={ladder} note={entry.note} />
      {entry.dialog}
    </div>
  )
}
