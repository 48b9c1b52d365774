import type { ReactElement } from 'react'
import { useStore } from 'zustand'
import { Tag } from '../../components/index.ts'
import { useSlice, useWindow, useWords } from '../../desk/index.ts'
import { MODE_SIGNS, isHandless } from '../../format/index.ts'
import { ReadOnlyTag } from '../listing/read-only-tag.tsx'
import { quickSizeOf } from './quick-size.ts'

/** At the right of the head: what is sent without a question, and the mode that orders go to. */
export function TicketTools(): ReactElement | null {
  const t = useWords()
  const mode = useSlice(['link', 'trading'], ({ session }) => session.opening?.origin.mode)
  const halted = useSlice(['trading'], ({ replica }) => replica?.state.trading.state === 'halted')
  if (mode === undefined) return null
  if (isHandless(mode)) return <ReadOnlyTag />
  return (
    <span className="ticket-tools">
      <QuickSize />
      {halted ? (
        <Tag kind="fault">{t('ticket.locked')}</Tag>
      ) : (
        <span className="tag ticket-mode">{`${MODE_SIGNS[mode]} ${t(`mode.${mode}`)}`}</span>
      )}
    </span>
  )
}

function QuickSize(): ReactElement {
  const t = useWords()
  const store = quickSizeOf(useWindow())
  const quick = useStore(store)
  return (
    <label className="ticket-quick" title={t('ticket.quick-help')}>
      {t('ticket.quick')}
      <input
        inputMode="numeric"
        value={quick}
        onChange={({ target }) => {
          if (/^\d{0,4}$/.test(target.value)) store.setState(Number(target.value), true)
        }}
      />
    </label>
  )
}
