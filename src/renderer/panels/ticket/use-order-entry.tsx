import { useState } from 'react'
import type { ReactElement } from 'react'
import type { OrderWish } from '../../../core/desk/order-preview.ts'
import { useDesk, useWords } from '../../desk/index.ts'
import type { Sentence } from '../../words/index.ts'
import { ConfirmOrder } from './confirm-order.tsx'
import { orderSenderOf } from './order-sender.ts'
import { useQuickSize } from './quick-size.ts'
import { judged, opposedBy } from './ticket-view.ts'

export interface OrderEntry {
  /** Sends it, asks first, or says why not. Whoever calls has a person's press for each call. */
  readonly request: (wish: OrderWish | undefined) => void
  /** Why the last request was not sent; empty when it was. */
  readonly note: string
  /** @param note empty: there is nothing to say any more. */
  readonly say: (note: Sentence | '') => void
  /** Is there while it asks. */
  readonly dialog: ReactElement | null
}

/**
 * The one way from a wish to an order, for ticket, ladder and chart: what cannot be entered is
 * refused in words; what is large, or against a strategy, is asked about; the rest is sent.
 *
 * @param about what notes are about: with another one they are gone.
 */
export function useOrderEntry(about = ''): OrderEntry {
  const t = useWords()
  const desk = useDesk()
  const quick = useQuickSize()
  const [asking, setAsking] = useState<OrderWish>()
  const [said, setSaid] = useState<{ note: Sentence | ''; about: string }>({ note: '', about })
  const say = (note: Sentence | ''): void => setSaid({ note, about })
  const send = (wish: OrderWish): void => {
    say('')
    void orderSenderOf(desk).submit(wish)
  }
  const request = (wish: OrderWish | undefined): void => {
    const judgement = judged(desk, wish, t)
    if (judgement === undefined) return say((t) => t('entry.no-instrument'))
    const { off, why, wish: sound } = judgement
    if (off !== '') return say((t) => t('confirm.closed-entry', { why: why(t) }))
    if (sound.volume > quick || opposedBy(desk, sound).length > 0) {
      say('')
      setAsking(sound)
    } else send(sound)
  }
  const close = (why: Sentence | ''): void => {
    setAsking(undefined)
    say(why)
  }
  const dialog =
    asking === undefined ? null : (
      <ConfirmOrder
        wish={asking}
        quick={quick}
        onClose={close}
        onSend={() => {
          setAsking(undefined)
          send(asking)
        }}
      />
    )
  const note = said.about === about && said.note !== '' ? said.note(t) : ''
  return { request, note, say, dialog }
}
