import type { PanelCondition } from '../../components/index.ts'
import { FINE } from '../../components/index.ts'
import { useDesk, useSlice, useWords } from '../../desk/index.ts'
import { age } from '../../format/index.ts'
import { isFresh } from '../../../core/replica/index.ts'
import { useLineCondition } from '../system/line-condition.ts'

/** How a panel stands that shows what the gateway tells: no line, or a silent gateway. */
export function useListCondition(): PanelCondition {
  const t = useWords()
  const desk = useDesk()
  const line = useLineCondition()
  const gateway = useSlice(['sources', 'link'], ({ replica }) =>
    replica?.sources.get(replica.gateway),
  )
  const isHeard = gateway !== undefined && isFresh(gateway.standing)
  useSlice(isHeard ? [] : ['age'], () => undefined)
  if (line.kind !== 'fine') return line
  if (gateway === undefined || gateway.standing.line === 'waiting') {
    return { kind: 'loading', what: t('list.awaited'), age: age(desk.lineAge()) }
  }
  if (!isHeard) {
    const { name, staleSince } = gateway.standing
    const passed = age(desk.session.monotonic() - staleSince)
    return { kind: 'disconnected', words: t('list.old', { name, age: passed }) }
  }
  return FINE
}
