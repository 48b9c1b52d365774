import type { ReactElement } from 'react'
import type { EventTag } from '../../../core/desk/event-list.ts'
import { EVENT_TAGS } from '../../../core/desk/event-list.ts'
import { useWords } from '../../desk/index.ts'
import { TextFilter } from '../listing/text-filter.tsx'

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
  return (
    <TextFilter text={text} onText={onText} onEnd={onEnd}>
      {(['', ...EVENT_TAGS] as const).map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={each === tag}
          className={each === tag ? 'text-filter-on' : ''}
          onClick={() => onTag(each)}
        >
          {each === '' ? t('events.all') : t(`tag.${each}`)}
        </button>
      ))}
    </TextFilter>
  )
}
