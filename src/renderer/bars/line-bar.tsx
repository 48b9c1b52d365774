import type { ReactElement } from 'react'
import { isFresh, runOf } from '../../core/replica/index.ts'
import type { Desk } from '../desk/index.ts'
import { QUIET_LINE, useDesk, useSelected, useWords } from '../desk/index.ts'
import { age } from '../format/index.ts'
import { retryWords } from '../session/retry-words.ts'
import { whyWords } from '../session/why-words.ts'
import type { Translate } from '../words/index.ts'

/** What is wrong with what this window knows, in words, and what can be done about it. */
export function LineBar(): ReactElement | null {
  const t = useWords()
  const desk = useDesk()
  const words = useSelected(['link', 'sources', 'age'], (desk) => trouble(desk, t))
  const { phase, code } = useSelected(['link'], ({ status: { phase, code } }) => ({ phase, code }))
  if (words === undefined) return null
  return (
    <div className="line-bar" role="alert">
      <span className="line-bar-mark">○</span>
      <span>{words}</span>
      {phase === 'refused' && code === 'codec.version' && (
        <button type="button" onClick={() => location.reload()}>
          {t('bar.reload-now')}
        </button>
      )}
      {(phase === 'lost' || phase === 'refused') && (
        <button type="button" onClick={() => desk.session.retry()}>
          {t('bar.retry')}
        </button>
      )}
    </div>
  )
}

function trouble(desk: Desk, t: Translate): string | undefined {
  const { status, replica, session } = desk
  const { phase, code, since, nextAttemptAt } = status
  const now = performance.now()
  if (phase === 'refused') {
    if (code === 'codec.version') return t('bar.reload')
    if (code === 'web.session') return t('bar.session')
    return t('bar.refused', { why: whyWords(status, t) })
  }
  if (phase === 'lost') {
    // A workstation ends with its replay: nothing broke.
    const run = replica === undefined ? undefined : runOf(replica)
    if (run?.phase === 'ended') return t('bar.replay-over')
    const next = retryWords(nextAttemptAt, t)
    return t('bar.lost', { age: age((now - since) * 1000), next })
  }
  if (phase === 'connecting' && now - since > 1000)
    return t('bar.connecting', { age: age((now - since) * 1000) })
  // A bar that comes moves the panels: it waits a little.
  if (phase === 'following' && desk.unheard() > QUIET_LINE) {
    return t('bar.silent', { age: age(desk.unheard()) })
  }
  const gateway = replica?.sources.get(replica.gateway)?.standing
  if (gateway === undefined || isFresh(gateway) || phase !== 'following') return undefined
  return t('bar.gateway-lost', { age: age(session.monotonic() - gateway.staleSince) })
}
