import { useEffect, useState } from 'react'
import type { ReactElement } from 'react'
import type { OrderWish } from '../../../core/desk/order-preview.ts'
import { notional } from '../../../core/domain/index.ts'
import { Dialog } from '../../components/dialog.tsx'
import type { Desk } from '../../desk/index.ts'
import { useDesk, useSlice, useWords } from '../../desk/index.ts'
import { age, money, priceFormat } from '../../format/index.ts'
import { useChord, useKey } from '../../keys/index.ts'
import type { Sentence } from '../../words/index.ts'
import { PreviewGrid } from './preview-grid.tsx'
import { offsetWord, priceText } from './ticket-words.ts'
import { judged, opposedBy } from './ticket-view.ts'
import { CHANGES } from './changes.ts'
import './confirm-order.css'

interface ConfirmOrderProps {
  readonly wish: OrderWish
  readonly quick: number
  /** @param why it closed by itself; empty when a person closed it. */
  readonly onClose: (why: Sentence | '') => void
  readonly onSend: () => void
}

/** Asks before a large order, or one against a strategy; closes once what it asks about changed. */
export function ConfirmOrder({ wish, quick, onClose, onSend }: ConfirmOrderProps): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const judgement = useSlice(CHANGES, () => judged(desk, wish, t))
  // As it was when it was asked: a target that turns meanwhile may turn back.
  const [opposed] = useState(() => opposedBy(desk, wish))
  const place = useSlice(['quotes'], () => placeOf(desk, wish))
  const [first] = useState(place)
  const changed = place !== first
  const off = judgement?.off ?? t('entry.no-instrument')
  useEffect(() => {
    const why: Sentence = judgement?.why ?? ((t) => t('entry.no-instrument'))
    if (off !== '') onClose((t) => t('confirm.closed-entry', { why: why(t) }))
    else if (changed) onClose((t) => t('confirm.closed-price'))
  })
  useKey('confirm', off === '' && !changed ? onSend : undefined)
  const back = useChord('close')
  const confirm = useChord('confirm')
  const instrument = desk.replica?.state.instruments[wish.instrument]
  const quote = instrument && desk.quoteOf(instrument.id)
  if (judgement === undefined || instrument === undefined) return <></>
  const { preview } = judgement
  const { side, volume } = wish
  const buys = side === 'buy'
  const format = priceFormat(instrument)
  const code = instrument.symbol.split('.')[1] ?? instrument.symbol
  const pause = (): void => {
    for (const { owner } of opposed) {
      void desk.commands.send('strategy.pause', { owner: owner as never, person: '' })
    }
    onSend()
  }
  const best = (buys ? quote?.askPrices : quote?.bidPrices)?.[0] ?? NaN
  const bestLots = (buys ? quote?.askVolumes : quote?.bidVolumes)?.[0] ?? 0
  return (
    <Dialog
      title={t('confirm.title')}
      onClose={() => onClose('')}
      footer={
        <>
          <button
            type="button"
            className="dialog-action confirm-back"
            data-autofocus
            onClick={() => onClose('')}
          >
            {t('back')} <kbd>{back}</kbd>
          </button>
          {opposed.length > 0 && (
            <button type="button" className="dialog-action" onClick={pause}>
              {t('confirm.pause', { owner: opposed.map(({ name }) => name).join(', ') })}
            </button>
          )}
          <button type="button" className="dialog-action confirm-send" onClick={onSend}>
            {t('confirm.send')} <kbd>{confirm}</kbd>
          </button>
        </>
      }
    >
      <p className={`confirm-order ${buys ? 'up' : 'down'}`}>
        {buys ? '▲' : '▼'}{' '}
        {t('confirm.order', {
          side: t(side),
          lots: volume,
          code,
          price: priceText(t, format, preview),
        })}
        <span className="confirm-terms">
          {t(`ticket.kind.${preview.kind}`)} · {offsetWord(t, preview.offset, instrument)}
          {preview.kind === 'limit' && ` · ${t('confirm.day')}`}
          {quote !== undefined &&
            ` · ${t('confirm.quote-age', { age: age(desk.sessionNow() - quote.at) })}`}
        </span>
      </p>
      <PreviewGrid side={judgement} />
      <dl className="confirm-more">
        <dt>{t(buys ? 'confirm.best-ask' : 'confirm.best-bid')}</dt>
        <dd>
          {format.price(best)} × {bestLots}
        </dd>
        <dt>{t('confirm.notional')}</dt>
        <dd>{money(notional(instrument, preview.limit, volume), 0)}</dd>
      </dl>
      {volume > quick && (
        <p className="confirm-warning">! {t('confirm.large', { lots: volume, quick })}</p>
      )}
      {opposed.map(({ name, target }) => (
        <p key={name} className="confirm-warning">
          ! {t('confirm.opposed', { owner: name, target })}
        </p>
      ))}
    </Dialog>
  )
}

/** What must not change while a person looks: the price that is crossed, or that none is. */
function placeOf(desk: Desk, wish: OrderWish): string {
  const quote = desk.quoteOf(wish.instrument)
  const instrument = desk.replica?.state.instruments[wish.instrument]
  if (quote === undefined || instrument === undefined) return ''
  const buys = wish.side === 'buy'
  const best = (buys ? quote.askPrices : quote.bidPrices)[0]!
  const ticks = Math.round((best * instrument.tickScale) / instrument.tickUnits)
  const crosses = Number.isNaN(wish.limit) || (buys ? wish.limit >= ticks : wish.limit <= ticks)
  return crosses ? `crosses ${ticks}` : 'joins'
}
