import type { ReactElement, ReactNode } from 'react'
import type { Figure } from '../../../core/desk/figure.ts'
import type { OrderPreview } from '../../../core/desk/order-preview.ts'
import type { QueuePlace } from '../../../core/desk/queue-place.ts'
import type { Instrument } from '../../../core/domain/index.ts'
import { usePreference, useWords } from '../../desk/index.ts'
import {
  UNKNOWN,
  decimal,
  direction,
  large,
  money,
  percent,
  priceFormat,
} from '../../format/index.ts'
import type { Translate } from '../../words/index.ts'
import type { TicketSide } from './ticket-view.ts'
import './preview-grid.css'

/** Fen from which on money is told without them. */
const NO_FEN = 1_000_000
/** Fen from which there is no room for all digits. */
const HUGE = 1_000_000_000
/** Ticks from the limit of loss that are worth a sign. */
const NEAR = 20

interface PreviewGridProps {
  readonly instrument: Instrument
  readonly side: TicketSide
}

/** What an order would do. It is never blank: where a figure is unknown it says why. */
export function PreviewGrid({
  side: { side, preview },
}: Pick<PreviewGridProps, 'side'>): ReactElement {
  const t = useWords()
  const language = usePreference((preferences) => preferences.language)
  /** A figure that is cut off is a wrong figure: huge ones are told in millions. */
  const amount = (fen: number, places = Math.abs(fen) < NO_FEN ? 2 : 0): string =>
    Math.abs(fen) < HUGE ? money(fen, places) : large(fen / 100, language)
  const told = <Value,>(figure: Figure<Value>, show: (value: Value) => ReactNode): ReactNode =>
    figure.known ? show(figure.value) : <Unknown words={t(`unknown.${figure.why}`)} />
  const profit = (fen: number): ReactNode => (
    <span className={direction(fen)}>{fen > 0 ? `+${amount(fen)}` : amount(fen)}</span>
  )
  const closes = preview.offset !== undefined && preview.offset !== 'open'
  const frees = preview.frees.known && preview.frees.value > 0
  return (
    <dl className="preview-grid" aria-label={t('ticket.preview', { side: t(side) })}>
      <Row name={t(closes ? 'ticket.closes' : 'ticket.opens')}>{heldText(t, preview, side)}</Row>
      <Row name={t('ticket.close-profit')}>
        {told(preview.closeProfit, (fen) => (Number.isNaN(fen) ? '' : profit(fen)))}
      </Row>
      <Row name={t('ticket.fee')}>{told(preview.fee, (fen) => amount(fen, 2))}</Row>
      <Row name={t(frees ? 'ticket.frees' : 'ticket.needs')}>
        {told(preview.frees, (fen) => amount(Math.abs(fen), 0))}
      </Row>
      <Row name={t('ticket.margin')}>
        {told(preview.marginBefore, shareText)} →{' '}
        {preview.marginAfter.known ? shareText(preview.marginAfter.value) : UNKNOWN}
      </Row>
      <Row name={t('ticket.tick')}>{told(preview.tickWorth, (fen) => `±${amount(fen, 0)}`)}</Row>
      <Row name={t('ticket.queue')}>{queueText(t, preview.queue)}</Row>
      <Row name={t('ticket.worst')} help={worstHelp(t, preview)}>
        {isNearLatch(preview) && <span className="warn">! </span>}
        <b>{told(preview.worst, profit)}</b>
      </Row>
    </dl>
  )
}

/** More than all that there is needs no digits behind the point, and far more none at all. */
function shareText(share: number): string {
  if (share >= 10) return '>999'
  return percent(share, share < 1 ? 1 : 0)
}

/** Where prices may lie. */
export function PreviewBounds({ instrument, side: { preview } }: PreviewGridProps): ReactElement {
  const t = useWords()
  const { ticks } = priceFormat(instrument)
  const { collar, limits } = preview
  const range = (word: 'ticket.collar' | 'ticket.limits', figure: typeof collar): string =>
    figure.known
      ? t(word, { low: ticks(figure.value.low), high: ticks(figure.value.high) })
      : `${t(word, { low: '', high: '' })} ${t(`unknown.${figure.why}`)}`
  return (
    <p className="preview-bounds">
      <span>{range('ticket.collar', collar)}</span>
      <span>{range('ticket.limits', limits)}</span>
    </p>
  )
}

function Row(props: {
  readonly name: string
  readonly help?: string
  readonly children: ReactNode
}): ReactElement {
  return (
    <div title={props.help}>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  )
}

function Unknown({ words }: { readonly words: string }): ReactElement {
  return <span className="warn">– {words}</span>
}

function heldText(t: Translate, { before, after, offset }: OrderPreview, side: 'buy' | 'sell') {
  const opens = offset === undefined || offset === 'open'
  const long = (side === 'buy') === opens
  const lots = long ? before.long : before.short
  const then = after.known ? (long ? after.value.long : after.value.short) : undefined
  const held = t(long ? 'ticket.long' : 'ticket.short', { lots })
  return `${held} → ${then ?? UNKNOWN}`
}

function isNearLatch({ latchTicks }: OrderPreview): boolean {
  return latchTicks.known && latchTicks.value < NEAR
}

function worstHelp(t: Translate, { latchTicks }: OrderPreview): string {
  const far = latchTicks.known ? latchTicks.value : NaN
  const latch = t('ticket.latch', { ticks: decimal(far) })
  return `${t('ticket.worst-help')} · ${far === Infinity ? t('ticket.latch-none') : latch}`
}

export function queueText(t: Translate, place: QueuePlace): string {
  switch (place.kind) {
    case 'crosses':
      return place.lots === 0 ? t('ticket.misses') : t('ticket.crosses', { lots: place.lots })
    case 'joins':
      return place.behind === 0 ? t('ticket.first') : t('ticket.joins', { lots: place.behind })
    case 'beyond':
      return t('ticket.beyond')
    case 'unknown':
      return '–'
  }
}
