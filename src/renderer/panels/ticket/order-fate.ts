import type { Order } from '../../../core/domain/index.ts'
import type { Translate } from '../../words/index.ts'
import { shortWords } from './ticket-view.ts'

/** What became of an order, in few words. */
export function fateOf({ status, filled, volume, reason }: Order, t: Translate): string {
  if (status === 'rejected') {
    const [code = '', ...words] = reason.split(/:?\s/)
    return `${t('sent.rejected')}: ${shortWords(t, code, words.join(' '))} (${code})`
  }
  const part = filled > 0 && filled < volume ? ` · ${t('sent.part', { filled, volume })}` : ''
  return `${t(`sent.${status}`)}${part}`
}
