import type { CommandReply } from '../../../core/contracts/window.ts'
import type { Translate } from '../../words/index.ts'

/** What came of the wish to begin an account anew. */
export function replyText({ outcome, code, message }: CommandReply, t: Translate): string {
  if (outcome === 'unknown') return t('order.unknown')
  if (outcome === 'sent') return t('account.reset-sent')
  if (outcome === 'accepted') return t('account.reset-done')
  if (code === 'command.state') return t('account.reset-refused')
  return code === '' ? message : t(`code.${code}`)
}
