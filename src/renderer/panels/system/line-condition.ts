import { isRunOver } from '../../../core/replica/index.ts'
import type { PanelCondition } from '../../components/index.ts'
import { FINE } from '../../components/index.ts'
import type { Desk } from '../../desk/index.ts'
import { QUIET_LINE, useSelected, useWords } from '../../desk/index.ts'
import { age } from '../../format/index.ts'
import { retryWords } from '../../session/retry-words.ts'
import type { Translate } from '../../words/index.ts'

/** What every panel that shows main's own knowledge says while there is no line to main. */
export function useLineCondition(): PanelCondition {
  const t = useWords()
  return useSelected(['link', 'age'], (desk) => lineCondition(desk, t))
}

/** The same of a list, which says what would fill it only once it is known to be empty. */
export function useLinesCondition(isEmpty: boolean, words: string): PanelCondition {
  const line = useLineCondition()
  return line.kind === 'fine' && isEmpty ? { kind: 'empty', words } : line
}

export function lineCondition(desk: Desk, t: Translate): PanelCondition {
  const { status } = desk
  if (status.phase === 'following') {
    const unheard = desk.unheard()
    if (!(unheard > QUIET_LINE)) return FINE
    return { kind: 'disconnected', words: t('panel.unheard', { age: age(unheard) }) }
  }
  const passed = age(desk.lineAge())
  if (status.phase === 'connecting') {
    return { kind: 'loading', what: t('system.workstation'), age: passed }
  }
  if (status.phase === 'lost' && isRunOver(desk.replica)) {
    return { kind: 'disconnected', words: t('panel.run-over') }
  }
  const { phase, nextAttemptAt } = status
  // Why it is refused, and what to do, stands above the panels once.
  const next = phase === 'lost' ? retryWords(nextAttemptAt, t) : t('panel.see-above')
  return { kind: 'disconnected', words: t('panel.disconnected', { age: passed, next }) }
}
