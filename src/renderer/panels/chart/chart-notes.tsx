import type { ReactElement } from 'react'
import type { OrderWish } from '../../../core/desk/order-preview.ts'
import { useSelected, useWords } from '../../desk/index.ts'
import { priceOf } from '../../../core/domain/index.ts'
import { clockTime, priceFormat } from '../../format/index.ts'
import type { Translate } from '../../words/index.ts'
import type { ChartControl } from './control.ts'
import { replyText } from './own-orders.ts'
import { handOrdersOf } from '../ticket/hand-orders.ts'
import { fateOf } from '../ticket/order-fate.ts'
import { undrawn } from './undrawn.ts'

/** What there is to say of the picture: history away, layers left out, what became of an order. */
export function ChartNotes({
  control,
  note,
}: {
  readonly control: ChartControl | undefined
  readonly note: string
}): ReactElement {
  const t = useWords()
  const texts = useSelected(['age', 'quotes', 'commands'], () =>
    control === undefined ? [] : textsOf(control, t),
  )
  return (
    <div className="chart-notes" role="status">
      {texts.map((text) => (
        <p key={text} className={text.startsWith('!') ? 'warn' : ''}>
          {text}
        </p>
      ))}
      {note !== '' && <p>{note}</p>}
    </div>
  )
}

function textsOf(control: ChartControl, t: Translate): readonly string[] {
  const { data, measure, parts, settings, shown } = control
  const { history, series } = data.feed
  const texts: string[] = [...lastOrder(control, t)]
  if (history.kind === 'away') {
    const time = series.count === 0 ? '–' : clockTime(series.columns.at[0]!)
    texts.push(`! ${t('chart.history-away', { time })}`)
  }
  const without = undrawn(parts.desk.shedding, settings)
  if (without.includes('bubbles')) texts.push(`! ${t('chart.short-bubbles')}`)
  else if (without.includes('heat')) texts.push(`! ${t('chart.short-heat')}`)
  if (settings.heat && data.bars === undefined && shown.plan.thin) texts.push(t('chart.heat-off'))
  if (measure.on) texts.push(t('chart.measure-hint'))
  return texts
}

const SAID_FOR = 4_000

/** What became of the order that this window sent last, for as long as it is news. */
function lastOrder({ parts }: ChartControl, t: Translate): readonly string[] {
  const { desk, instrument } = parts
  const sent = desk.commands.all.findLast(({ name }) => name === 'order.submit')
  if (sent === undefined || performance.now() - sent.sentAt > SAID_FOR) return []
  const { instrument: id, side, limit, volume } = sent.body as OrderWish
  if (id !== instrument.id) return []
  const price = priceFormat(instrument).price(priceOf(instrument, limit))
  const { reply } = sent
  const order = handOrdersOf(desk).of(reply?.command ?? '')
  const said = reply === undefined ? t('chart.sent') : replyText(reply, t)
  const outcome = order === undefined ? said : fateOf(order, t)
  return [t('chart.sent-order', { side: t(side), lots: volume, price, outcome })]
}
