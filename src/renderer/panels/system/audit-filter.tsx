import { useEffect, useRef } from 'react'
import type { ReactElement } from 'react'
import { useWords } from '../../desk/index.ts'

interface AuditFilterProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly onEnd: () => void
}

/** Which lines are shown: those that hold these words. */
export function AuditFilter({ text, onText, onEnd }: AuditFilterProps): ReactElement {
  const t = useWords()
  const field = useRef<HTMLInputElement | null>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <div
      className="audit-filter"
      role="search"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onEnd()
      }}
    >
      <input
        ref={field}
        value={text}
        aria-label={t('events.filter')}
        placeholder={t('events.filter')}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <button type="button" aria-label={t('life.close')} onClick={onEnd}>
        ✕
      </button>
    </div>
  )
}
