import { useEffect, useRef } from 'react'
import type { ReactElement } from 'react'
import type { EventTag } from '../../../core/desk/event-list.ts'
import { EVENT_TAGS } from '../../../core/desk/event-list.ts'
import { useWords } from '../../desk/index.ts'

interface EventFilterProps {
  /** Empty for all. */
  readonly tag: EventTag | ''
  readonly text: string
  readonly onTag: (tag: EventTag | '') => void
  readonly onText: (text: string) => void
  readonly onEnd: () => void
}

/** Which events are shown: by kind and by words. */
export function EventFilter({ tag, text, onTag, onText, onEnd }: EventFilterProps): ReactElement {
  const t = useWords()
  const field = useRef<HTMLInputElement | null>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <div
      className="event-filter"
      role="search"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onEnd()
      }}
    >
      {(['', ...EVENT_TAGS] as const).map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === tag}
          className={each === tag ? 'event-filter-on' : ''}
          onClick={() => onTag(each)}
        >
          {each === '' ? t('events.all') : t(`tag.${each}`)}
        </button>
      ))}
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
