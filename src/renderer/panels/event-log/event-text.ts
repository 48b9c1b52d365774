import type { DeskEvent, EventBody } from '../../../core/desk/event-list.ts'
import type { FillProfits } from '../../../core/desk/fill-profits.ts'
import type { Order } from '../../../core/domain/index.ts'
import type { Desk } from '../../desk/index.ts'
import { dayText, money, signedMoney } from '../../format/index.ts'
import type { Translate } from '../../words/index.ts'
import { codeWords, sayingWords } from '../../words/index.ts'
import {
  codeText,
  instrumentOf,
  offsetText,
  ownerText,
  shortId,
  ticksText,
} from '../listing/cells.ts'
import { reasonText } from '../listing/reason-text.ts'
import { orderPrice } from '../orders/order-columns.ts'

/** Sentences of events in one language, made once each. */
export function createEventTexts(
  desk: Desk,
  t: Translate,
  profits: FillProfits,
): (event: DeskEvent) => string {
  const kept = new WeakMap<DeskEvent, string>()
  return (event) => {
    let text = kept.get(event)
    if (text === undefined) {
      text = textOf(event.body, desk, t, profits)
      kept.set(event, text)
    }
    return text
  }
}

function textOf(body: EventBody, desk: Desk, t: Translate, profits: FillProfits): string {
  switch (body.kind) {
    case 'order': {
      const { order, step } = body
      const why = reasonText(order.reason, t)
      return t(`event.order-${step}`, { ...orderValues(order, desk, t), why })
    }
    case 'fill': {
      const { fill } = body.fact
      const profit = profits.of(fill.id)
      const price = ticksText(instrumentOf(desk, fill.instrument), fill.price)
      const values = { ...termValues(fill, desk, t), id: shortId(fill.order), price }
      if (Number.isNaN(profit)) return t('event.fill', values)
      return t('event.fill-profit', { ...values, profit: signedMoney(profit) })
    }
    case 'refusal': {
      const { sender, commandKind, outcome, code, message } = body.ack
      const what = t(`command.${commandKind}`)
      const who = sender === 'hand' ? t('hand') : sender
      if (outcome === 'expired') return t('event.expired', { sender: who, what })
      const why = code === '' ? message : codeWords(code, message, t)
      return t('event.refused', { sender: who, what, why })
    }
    case 'state': {
      const { state, cause, person, reason } = body.fact
      const who = person === '' ? t(`cause.${cause}`) : person
      const why = sayingWords(reason, t)
      return t('event.state', { state: t(`state.${state}`), who, reason: why })
    }
    case 'target': {
      const { fact, before } = body
      const symbol = codeText(desk, fact.instrument)
      const owner = ownerText(desk, fact.owner, t)
      if (Number.isNaN(fact.target)) return t('event.withdrawn', { owner, symbol })
      const target = netText(fact.target)
      if (before === undefined || Number.isNaN(before)) {
        return t('event.target-first', { owner, symbol, target })
      }
      return t('event.target', { owner, symbol, before: netText(before), target })
    }
    case 'settlement': {
      const { tradingDay, nextTradingDay } = body.fact
      return t('event.settlement', { day: dayText(tradingDay), next: dayText(nextTradingDay) })
    }
    case 'reset': {
      const { person, before, cash } = body.fact
      return t('event.reset', { person, before: money(before), cash: money(cash) })
    }
    case 'limits':
      return t('event.limits', { person: body.fact.person })
    case 'setting': {
      const { owner, change, person } = body.fact
      const words = change === undefined ? '' : sayingWords(change, t)
      return t('event.setting', { owner: ownerText(desk, owner, t), change: words, person })
    }
    case 'said': {
      const text = t('event.said', { source: body.source, words: sayingWords(body.saying, t) })
      return body.times === 1 ? text : t('event.times', { text, times: body.times })
    }
  }
}

type Values = Readonly<Record<string, string | number>>

function orderValues(order: Order, desk: Desk, t: Translate): Values {
  const { filled } = order
  const price = orderPrice(desk, order, t)
  return { ...termValues(order, desk, t), id: shortId(order.id), price, filled }
}

/** What orders and fills have in common. */
function termValues(
  { side, volume, instrument, offset }: Pick<Order, 'side' | 'volume' | 'instrument' | 'offset'>,
  desk: Desk,
  t: Translate,
): Values {
  return {
    side: t(side),
    lots: volume,
    symbol: codeText(desk, instrument),
    offset: offsetText(offset, instrumentOf(desk, instrument), t),
  }
}

/** Net lots with their sign. */
function netText(lots: number): string {
  return lots > 0 ? `+${lots}` : String(lots).replace('-', '−')
}
