import type { KeyboardEvent, MouseEvent, PointerEvent, ReactElement, WheelEvent } from 'react'
import type { LadderRow } from '../../../core/desk/ladder-rows.ts'
import type { Instrument, OrderId, Side, Ticks } from '../../../core/domain/index.ts'
import type { Draw } from '../../components/index.ts'
import { Canvas } from '../../components/index.ts'
import type { Slice } from '../../desk/index.ts'
import { useDesk, usePreference, useWords } from '../../desk/index.ts'
import { priceFormat } from '../../format/index.ts'
import { ladderLayout } from './ladder-layout.ts'
import type { LadderModel } from './ladder-model.ts'
import { paintLadder } from './paint-ladder.ts'

const SLICES: readonly Slice[] = [
  'quotes',
  'orders',
  'positions',
  'trading',
  'link',
  'age',
  'pointer',
]
/** What paints a ladder whosever quote came. */
const OTHERS: readonly Slice[] = [...SLICES.slice(1), 'size', 'theme']
/** Lots that fill a bar, at least: a thin book does not look like a thick one. */
const FULL_BAR = 20
/** Rows a notch of the wheel. */
const WHEEL_ROWS = 3

/** What a person does to orders on a ladder; each call is one press. */
export interface LadderDeeds {
  readonly place: (side: Side, ticks: Ticks) => void
  readonly move: (ids: readonly OrderId[], ticks: Ticks) => void
  readonly cancel: (ticks: Ticks) => void
}

interface LadderCanvasProps {
  readonly instrument: Instrument
  readonly ladder: LadderModel
  readonly deeds: LadderDeeds
}

export function LadderCanvas(props: LadderCanvasProps): ReactElement {
  const { instrument, ladder, deeds } = props
  const t = useWords()
  const desk = useDesk()
  const row = usePreference(({ density }) => (density === 'regular' ? 22 : 18))
  const format = priceFormat(instrument)
  const draw: Draw = (context, size, palette, changed) => {
    const quote = desk.quoteOf(instrument.id)
    if (ladder.isPainted(quote) && !OTHERS.some((slice) => changed.has(slice))) return
    const last = quote?.last ?? 0
    const layout = ladderLayout(size.width, size.height, row, format.price(last).length)
    ladder.arrange(instrument, layout)
    paintLadder(context, size, palette, {
      rows: ladder.rows,
      layout,
      format,
      marks: ladder,
      old: desk.isQuoteOld(instrument.id),
      titles: {
        mine: t('ladder.mine'),
        bid: t('ladder.bid'),
        price: t('ladder.price'),
        ask: t('ladder.ask'),
        volume: t('ladder.volume'),
      },
      mostLots: mostLive(ladder.rows),
      mostTraded: mostTraded(ladder.rows),
    })
  }
  return (
    <div
      className="ladder-canvas"
      role="application"
      aria-label={t('ladder.label', { symbol: instrument.symbol })}
      tabIndex={0}
      onKeyDown={(event) => onKeyDown(event, ladder)}
      onBlur={() => ladder.leaveCursor()}
      onPointerEnter={() => ladder.enter()}
      onPointerLeave={() => ladder.leave()}
      onPointerMove={(event) => ladder.pointAt(...spot(event))}
      onPointerDown={(event: PointerEvent) => {
        if (event.button !== 0 || !ladder.press(...spot(event))) return
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerUp={() => {
        const moved = ladder.release()
        if (moved !== undefined) deeds.move(moved.ids, moved.ticks)
      }}
      onPointerCancel={() => ladder.release()}
      onClick={(event) => {
        // The second click of a double click is the same wish.
        const wanted = event.detail <= 1 ? ladder.placeAt(...spot(event)) : undefined
        if (wanted !== undefined) deeds.place(wanted.side, wanted.ticks)
      }}
      onContextMenu={(event) => {
        event.preventDefault()
        const ticks = ladder.priceAt(...spot(event))
        if (ticks !== undefined) deeds.cancel(ticks)
      }}
      onWheel={({ deltaY }: WheelEvent) => ladder.scroll(-Math.sign(deltaY) * WHEEL_ROWS)}
    >
      <Canvas slices={SLICES} draw={draw} />
    </div>
  )
}

/** The canvas fills its place: either's offset is the same. */
function spot({ nativeEvent }: MouseEvent): [x: number, y: number] {
  return [nativeEvent.offsetX, nativeEvent.offsetY]
}

function onKeyDown(event: KeyboardEvent, ladder: LadderModel): void {
  // With those they move orders, which is the key table's.
  if (event.ctrlKey || event.altKey || event.metaKey) return
  const rows = STEPS[event.key]
  if (rows === undefined) return
  event.preventDefault()
  ladder.moveCursor(rows * (event.shiftKey ? 10 : 1))
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowUp: 1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
}

function mostLive(rows: readonly LadderRow[]): number {
  let most = FULL_BAR
  for (const { bid, ask } of rows) {
    if (bid.kind === 'live') most = Math.max(most, bid.lots)
    if (ask.kind === 'live') most = Math.max(most, ask.lots)
  }
  return most
}

function mostTraded(rows: readonly LadderRow[]): number {
  let most = 0
  for (const { bought, sold } of rows) most = Math.max(most, bought + sold)
  return most
}
