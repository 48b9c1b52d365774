import type { ReactElement } from 'react'
import type { Order } from '../../../core/domain/index.ts'
import type { SentCommand } from '../../desk/index.ts'
import { useDesk, useSlice, useWords } from '../../desk/index.ts'
import { priceFormat } from '../../format/index.ts'
import type { Translate } from '../../words/index.ts'
import { handOrdersOf } from './hand-orders.ts'
import { fateOf } from './order-fate.ts'
import { shortWords } from './ticket-view.ts'

/** What became of what was sent last: sent → accepted, refused in words, or unknown. */
export function CommandLine({ note }: { readonly note: string }): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const newest = useSlice(['commands', 'orders'], ({ commands }) =>
    commands.all.findLast(isOfOrders),
  )
  if (note !== '') {
    return (
      <p className="ticket-command warn" role="status">
        ! {note}
      </p>
    )
  }
  if (newest === undefined) return <p className="ticket-command muted">{t('sent.none')}</p>
  const order = handOrdersOf(desk).of(newest.reply?.command ?? '')
  const { look, words } = outcomeOf(t, newest, order)
  return (
    <p className="ticket-command" role="status">
      <span className="ticket-command-what">{whatOf(newest)}</span>
      <span className={look}>{words}</span>
    </p>
  )

  function whatOf({ name, body }: SentCommand): string {
    if (name === 'order.cancel') return t('sent.cancel')
    if (name === 'orders.cancel') return t('sent.cancel-all')
    if (name === 'order.amend') return t('sent.amend')
    if (name === 'strategy.pause') return t('sent.pause')
    const { side, volume, limit, instrument } = body as SentCommand<'order.submit'>['body']
    const facts = desk.replica?.state.instruments[instrument]
    const price = facts === undefined || Number.isNaN(limit) ? '' : priceFormat(facts).ticks(limit)
    return `${t(side)} ${volume} @ ${price === '' ? t('ticket.kind.market') : price}`
  }
}

const NAMES = new Set(['order.submit', 'order.cancel', 'orders.cancel', 'order.amend'])

function isOfOrders({ name }: SentCommand): boolean {
  return NAMES.has(name)
}

interface Outcome {
  readonly look: string
  readonly words: string
}

function outcomeOf(t: Translate, { reply }: SentCommand, order: Order | undefined): Outcome {
  if (order !== undefined) {
    const isRejected = order.status === 'rejected'
    const words = `${isRejected ? '■' : '→'} ${fateOf(order, t)}`
    return { look: isRejected ? 'ticket-refused' : order.status === 'unknown' ? 'warn' : '', words }
  }
  if (reply === undefined || reply.outcome === 'sent')
    return { look: 'muted', words: t('sent.sent') }
  const { outcome, code, message } = reply
  if (outcome === 'accepted') return { look: '', words: `→ ${t('sent.accepted')}` }
  if (outcome === 'unknown') return { look: 'warn', words: `→ ${t('sent.unknown')}` }
  const words = shortWords(t, code, message)
  return { look: 'ticket-refused', words: `■ ${t(`sent.${outcome}`)}: ${words} (${code})` }
}
