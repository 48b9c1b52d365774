import type { CommandReply } from '../../../core/contracts/window.ts'
import type { Translate } from '../../words/index.ts'

/** What came of a command, in the words of its code. */
export function replyText({ outcome, code, message }: CommandReply, t: Translate): string {
  if (outcome === 'unknown') return t('order.unknown')
  if (outcome === 'accepted' || outcome === 'sent') return t('account.reset-sent')
  return code === '' ? message : t(`code.${code}`)
}
