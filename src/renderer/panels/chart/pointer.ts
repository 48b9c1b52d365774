import type { ChartPlace } from '../../../core/desk/chart-measure.ts'
import type { Side, Ticks } from '../../../core/domain/index.ts'
import { priceOf } from '../../../core/domain/index.ts'
import { fixPrice, ticketDraftOf } from '../../desk/ticket-draft.ts'
import { priceFormat } from '../../format/index.ts'
import type { ChartControl } from './control.ts'
import { hit } from './paint/orders.ts'

/**
 * What a pointer does in the chart besides panning: takes own orders by their lines, cancels them
 * by their ✕, measures, and puts prices into the ticket. @returns what ends it.
 */
export function watchPointer(control: ChartControl): () => void {
  const { container } = control.parts
  const down = (event: PointerEvent): void => takeHold(control, event)
  const twice = (event: MouseEvent): void => choosePrice(control, event)
  const move = (event: PointerEvent): void => {
    const place = control.measure.on ? placeOf(control, event) : undefined
    if (place !== undefined) control.measure.move(place)
    if (event.buttons === 0) container.style.cursor = cursorAt(control, event)
  }
  container.addEventListener('pointerdown', down, { capture: true })
  container.addEventListener('pointermove', move)
  container.addEventListener('dblclick', twice)
  return () => {
    container.removeEventListener('pointerdown', down, { capture: true })
    container.removeEventListener('pointermove', move)
    container.removeEventListener('dblclick', twice)
  }
}

interface Place {
  readonly x: number
  readonly y: number
  /** Within the pane of prices. */
  readonly inside: boolean
}

function within(control: ChartControl, event: MouseEvent): Place {
  const box = control.parts.container.getBoundingClientRect()
  const x = event.clientX - box.left
  const y = event.clientY - box.top
  const { width, height } = control.live.chart.paneSize(0)
  return { x, y, inside: x >= 0 && y >= 0 && x < width && y < height }
}

function ticksAt(control: ChartControl, y: number): Ticks {
  const price = control.live.main.coordinateToPrice(y)
  const { tickSize } = control.parts.instrument
  return (price === null ? NaN : Math.round(price / tickSize)) as Ticks
}

function placeOf(control: ChartControl, event: MouseEvent): ChartPlace | undefined {
  const { x, y, inside } = within(control, event)
  const logical = control.live.chart.timeScale().coordinateToLogical(x)
  const ticks = ticksAt(control, y)
  if (!inside || logical === null || Number.isNaN(ticks)) return undefined
  return { at: control.shown.axis.timeAt(logical), ticks }
}

function cursorAt(control: ChartControl, event: MouseEvent): string {
  const { x, y, inside } = within(control, event)
  if (control.measure.on || !inside) return ''
  const found = hit(control.boxes, x, y)
  if (found?.cancels === true) return 'pointer'
  return found?.drags === true ? 'ns-resize' : ''
}

function takeHold(control: ChartControl, event: PointerEvent): void {
  if (event.button !== 0) return
  const { x, y, inside } = within(control, event)
  if (!inside) return
  if (control.measure.on) {
    const place = placeOf(control, event)
    if (place !== undefined) control.measure.choose(place)
    return
  }
  const found = hit(control.boxes, x, y)
  const order = control.data.orders.find(({ id }) => id === found?.order)
  if (order === undefined || !(found?.cancels === true || found?.drags === true)) {
    if (event.altKey) choosePrice(control, event)
    return
  }
  if (found.cancels) {
    hold(
      control,
      event,
      () => undefined,
      () => {
        void control.orders.cancel(order.id)
      },
    )
    return
  }
  const { orders } = control
  hold(
    control,
    event,
    (moved) => {
      const ticks = ticksAt(control, within(control, moved).y)
      if (Number.isNaN(ticks)) return
      orders.drag = { order, ticks }
      control.wake()
    },
    (dropped) => {
      const { drag } = orders
      orders.drag = undefined
      control.wake()
      if (dropped && drag !== undefined) void orders.amend(drag)
    },
  )
}

/**
 * Follows a pointer until it lets go, or `Esc` or the end of the chart calls it off; the chart
 * stands meanwhile.
 */
function hold(
  control: ChartControl,
  event: PointerEvent,
  moved: (event: PointerEvent) => void,
  ended: (dropped: boolean) => void,
): void {
  const { container } = control.parts
  const { chart } = control.live
  chart.applyOptions({ handleScroll: false, handleScale: false })
  container.setPointerCapture(event.pointerId)
  const end = (dropped: boolean): void => {
    release()
    container.removeEventListener('pointermove', moved)
    container.removeEventListener('pointerup', up)
    container.removeEventListener('pointercancel', cancelled)
    removeEventListener('keydown', pressed, { capture: true })
    chart.applyOptions({ handleScroll: true, handleScale: true })
    if (dropped || control.orders.drag !== undefined) ended(dropped)
  }
  const up = (): void => end(true)
  const cancelled = (): void => end(false)
  const pressed = (key: KeyboardEvent): void => {
    if (key.key !== 'Escape') return
    key.preventDefault()
    key.stopPropagation()
    end(false)
  }
  const release = control.beforeClose(cancelled)
  container.addEventListener('pointermove', moved)
  container.addEventListener('pointerup', up)
  container.addEventListener('pointercancel', cancelled)
  addEventListener('keydown', pressed, { capture: true })
}

/**
 * The price goes into the ticket; with `Shift` an order of the ticket's lots is sent at once,
 * or asked about, as from the ticket itself.
 */
function choosePrice(control: ChartControl, event: MouseEvent): void {
  const { desk, letter, instrument, note } = control.parts
  const { y, inside } = within(control, event)
  const limit = ticksAt(control, y)
  if (!inside || control.measure.on || Number.isNaN(limit)) return
  if (hit(control.boxes, within(control, event).x, y) !== undefined) return
  const draft = ticketDraftOf(desk, letter)
  const price = priceFormat(instrument).price(priceOf(instrument, limit))
  if (!event.shiftKey || control.readOnly) {
    fixPrice(draft, limit)
    note((t) => t('chart.drafted', { price }))
    return
  }
  const side = sideAt(control, limit)
  if (side === undefined) return
  const { volume } = draft.getState()
  const { id } = instrument
  control.parts.request({ instrument: id, side, offset: 'auto', orderKind: 'limit', limit, volume })
}

/** Below the market one buys, above it one sells. */
function sideAt({ parts: { desk, instrument } }: ChartControl, limit: Ticks): Side | undefined {
  const quote = desk.quoteOf(instrument.id)
  const price = priceOf(instrument, limit)
  if (quote === undefined) return undefined
  const bid = quote.bidVolumes[0]! > 0 ? quote.bidPrices[0]! : quote.last
  const ask = quote.askVolumes[0]! > 0 ? quote.askPrices[0]! : quote.last
  return price <= (bid + ask) / 2 ? 'buy' : 'sell'
}
