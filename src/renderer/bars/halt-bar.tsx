import { useState } from 'react'
import type { ReactElement } from 'react'
import type { StateFact } from '../../core/contracts/index.ts'
import type { HaltStory } from '../../core/desk/halt-story.ts'
import { booksDifferences, wayOut } from '../../core/desk/books-difference.ts'
import { haltStory } from '../../core/desk/halt-story.ts'
import { HoldButton } from '../components/hold-button.tsx'
import { useDesk, useSlice, useWords } from '../desk/index.ts'
import { clockTime } from '../format/index.ts'
import type { Translate } from '../words/index.ts'
import { haltWords } from '../words/index.ts'
import { BooksDialog } from './books-dialog.tsx'

const WORDS = {
  halted: 'bar.halted',
  flattening: 'bar.flattening',
  reducing: 'bar.reducing',
} as const

/** Who or what halted trading, when, what it did so far, and the hold that lifts it. */
export function HaltBar(): ReactElement | null {
  const t = useWords()
  const desk = useDesk()
  const story = useSlice(['trading', 'orders', 'positions', 'link'], ({ replica, stoppedSince }) =>
    replica === undefined ? undefined : haltStory(replica.state, stoppedSince),
  )
  if (story === undefined || story.state.state === 'active') return null
  const { state, cause, at } = story.state
  const reason = haltWords(story.state, t)
  const out = wayOut(story.state)
  return (
    <div className={`halt-bar halt-bar-${state}`} role="alert">
      <b className="halt-bar-title">■ {t(WORDS[state])}</b>
      <span>
        {t('bar.halt-who', { cause: t(`cause.${cause}`), time: clockTime(at, 3), reason })}
      </span>
      <span className="halt-bar-times">{timesOf(story, t)}</span>
      <span className="bar-space" />
      {out === 'unlock' && (
        <HoldButton
          label={t('bar.unlock-label')}
          className="halt-bar-button"
          onHeld={() => void desk.commands.send('account.unlock', { person: '' })}
        >
          {t('bar.unlock')} <kbd>{t('hold')}</kbd>
        </HoldButton>
      )}
      {out === 'take-books' && <TakeBooks trading={story.state} />}
    </div>
  )
}

/** Opens what differs; there a person signs for the venue's books. */
function TakeBooks({ trading }: { readonly trading: StateFact }): ReactElement {
  const t = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <button type="button" className="halt-bar-button" onClick={() => setOpen(true)}>
        {t('bar.accept')}…
      </button>
      {open && <BooksDialog trading={trading} onClose={() => setOpen(false)} />}
    </>
  )
}

/** What was done, and what is left; nobody knows that while our books are not the venue's. */
function timesOf(story: HaltStory, t: Translate): string {
  const { state, firstCancel, lastCancel, orders, lots } = story
  const times = Number.isNaN(firstCancel)
    ? []
    : [
        t('bar.first-cancel', { time: clockTime(firstCancel, 3) }),
        t('bar.last-cancel', { time: clockTime(lastCancel, 3) }),
      ]
  if (booksDifferences(state.reason).length > 0) return times.join(' · ')
  const left = orders + lots === 0 ? t('bar.nothing-left') : t('bar.left', { orders, lots })
  return [...times, left].join(' · ')
}
