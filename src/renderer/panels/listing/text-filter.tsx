import { useEffect, useRef } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { useWords } from '../../desk/index.ts'
import './text-filter.css'

interface TextFilterProps {
  readonly text: string
  readonly onText: (text: string) => void
  readonly onEnd: () => void
  /** Further choices, before the words. */
  readonly children?: ReactNode
}

/** Which lines are shown: those that hold these words. Escape ends it. */
export function TextFilter({ text, onText, onEnd, children }: TextFilterProps): ReactElement {
  const t = useWords()
  const field = useRef<HTMLInputElement | null>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <div
      className="text-filter"
      role="search"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onEnd()
      }}
    >
      {children}
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
