import type { Translate } from '../words/index.ts'

/**
 * When the line to main is tried again.
 *
 * @param nextAttemptAt of the page's clock, ms; NaN while an attempt is under way.
 */
export function retryWords(nextAttemptAt: number, t: Translate): string {
  if (!Number.isFinite(nextAttemptAt)) return t('panel.trying')
  const left = Math.max(0, nextAttemptAt - performance.now())
  return t('panel.next', { seconds: Math.ceil(left / 1000) })
}
