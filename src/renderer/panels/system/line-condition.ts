import type { PanelCondition } from '../../components/index.ts'
import { FINE } from '../../components/index.ts'
import { useDesk, useSlice, useWords } from '../../desk/index.ts'
import { age } from '../../format/index.ts'
import { whyWords } from '../../session/why-words.ts'

/** What every panel that shows main's own knowledge says while there is no line to main. */
export function useLineCondition(): PanelCondition {
  const t = useWords()
  const desk = useDesk()
  const status = useSlice(['link'], ({ status }) => status)
  const phase = status.phase
  useSlice(phase === 'following' ? [] : ['age'], () => undefined)
  if (phase === 'following') return FINE
  const passed = age(desk.lineAge())
  if (phase === 'connecting') return { kind: 'loading', what: 'main', age: passed }
  return {
    kind: 'disconnected',
    words: t('panel.disconnected', { age: passed, next: whyWords(status, t) }),
  }
}
