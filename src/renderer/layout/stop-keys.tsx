import { useDesk, useWords } from '../desk/index.ts'
import { useHolding, useKey } from '../keys/index.ts'
import type { ReactElement } from 'react'

/**
 * The keys that stop, wherever the focus is. A strategy that goes on would send again: it is paused
 * with what it sent. Panels that know more may take `cancel-all` and `pause-all` for themselves.
 */
export function StopKeys(): ReactElement | null {
  const t = useWords()
  const desk = useDesk()
  const pauseAll = (): void => {
    for (const { owner, paused } of desk.replica?.settings.values() ?? []) {
      if (!paused) void desk.commands.send('strategy.pause', { owner, person: '' })
    }
  }
  useKey('pause-all', pauseAll)
  useKey('cancel-all', () => {
    void desk.commands.send('orders.cancel', {})
    pauseAll()
  })
  useKey('flatten-all', () => void desk.commands.send('account.flatten', { person: '' }))
  const flattening = useHolding('flatten-all')
  const symbol = useHolding('flatten-symbol')
  if (!flattening && !symbol) return null
  return (
    <div className="dock-hold" role="status">
      <span className="dock-hold-fill" />
      <span className="dock-hold-words">
        ■ {t(flattening ? 'key.flatten-all' : 'key.flatten-symbol')} …
      </span>
    </div>
  )
}
