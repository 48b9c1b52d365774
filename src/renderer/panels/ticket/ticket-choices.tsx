import type { ReactElement } from 'react'
import type { Instrument, Offset, OrderKind, Position, Side } from '../../../core/domain/index.ts'
import { HAND, ORDER_KINDS } from '../../../core/domain/index.ts'
import { positionOf } from '../../../core/state/index.ts'
import { useDesk, useWords } from '../../desk/index.ts'
import type { TicketDraft, TicketDraftStore } from '../../desk/ticket-draft.ts'
import type { Translate } from '../../words/index.ts'
import type { Segment } from './segments.tsx'
import { Segments } from './segments.tsx'
import { offsetWord } from './ticket-words.ts'
import type { TicketSide } from './ticket-view.ts'

interface ChoicesProps {
  readonly store: TicketDraftStore
  readonly draft: TicketDraft
  readonly instrument: Instrument
  readonly side: TicketSide
  readonly disabled: boolean
}

/** Kind of the order: those of the product, and *market*, which is a FAK where there is none. */
export function KindChoice({ store, draft, instrument, disabled }: ChoicesProps): ReactElement {
  const t = useWords()
  const { orderKinds, product } = instrument
  const kinds = ORDER_KINDS.filter((kind) => kind === 'market' || orderKinds.includes(kind))
  const segments = kinds.map((kind): Segment<OrderKind> => {
    const made = kind === 'market' && !orderKinds.includes('market')
    return {
      value: kind,
      words: made ? `${t('ticket.kind.market')}*` : t(`ticket.kind.${kind}`),
      ...(made ? { title: t('ticket.no-market', { product }) } : {}),
    }
  })
  return (
    <Segments
      label={t('ticket.kind')}
      value={draft.orderKind}
      segments={segments}
      disabled={disabled}
      onChoose={(orderKind) => store.setState({ orderKind })}
    />
  )
}

/** Which lots: *auto* says what it comes to; what cannot be closed is struck through. */
export function OffsetChoice(props: ChoicesProps): ReactElement {
  const { store, draft, instrument, side, disabled } = props
  const t = useWords()
  const { replica } = useDesk()
  const held = replica && positionOf(replica.state, HAND, instrument.id)
  const resolved = draft.offset === 'auto' ? side.preview.offset : undefined
  const auto: Segment<Offset | 'auto'> = {
    value: 'auto',
    words:
      resolved === undefined
        ? t('ticket.auto')
        : t('ticket.auto-to', { offset: offsetWord(t, resolved, instrument) }),
  }
  const offsets: Offset[] =
    instrument.closeRule === 'explicit' ? ['open', 'closeToday', 'close'] : ['open', 'close']
  return (
    <Segments
      label={t('offset')}
      value={draft.offset}
      segments={[
        auto,
        ...offsets.map((offset) => ofOffset(t, instrument, held, draft.side, offset)),
      ]}
      disabled={disabled}
      onChoose={(offset) => store.setState({ offset })}
    />
  )
}

function ofOffset(
  t: Translate,
  instrument: Instrument,
  held: Position | undefined,
  side: Side,
  offset: Offset,
): Segment<Offset> {
  const words = offsetWord(t, offset, instrument)
  if (offset === 'open' || held === undefined) return { value: offset, words }
  const [today, older] =
    side === 'sell' ? [held.longToday, held.longHistory] : [held.shortToday, held.shortHistory]
  const explicit = instrument.closeRule === 'explicit'
  const lots = offset === 'closeToday' ? today.lots : older.lots + (explicit ? 0 : today.lots)
  if (lots > 0) return { value: offset, words, title: `${words} · ${t('ticket.covers', { lots })}` }
  return { value: offset, words, title: t('ticket.nothing-to-close'), impossible: true }
}
