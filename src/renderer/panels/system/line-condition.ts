import type { PanelCondition } from '../../components/index.ts'
import { FINE } from '../../components/index.ts'
import type { Desk } from '../../desk/index.ts'
import { useSelected, useWords } from '../../desk/index.ts'
import { age } from '../../format/index.ts'
import { whyWords } from '../../session/why-words.ts'
import type { Translate } from '../../words/index.ts'

/** What every panel that shows main's own knowledge says while there is no line to main. */
export function useLineCondition(): PanelCondition {
  const t = useWords()
  return useSelected(['link', 'age'], (desk) => lineCondition(desk, t))
}

export function lineCondition(desk: Desk, t: Translate): PanelCondition {
  const { status } = desk
  if (status.phase === 'following') return FINE
  const passed = age(desk.lineAge())
  if (status.phase === 'connecting') return { kind: 'loading', what: 'main', age: passed }
  return {
    kind: 'disconnected',
    words: t('panel.disconnected', { age: passed, next: whyWords(status, t) }),
  }
}
