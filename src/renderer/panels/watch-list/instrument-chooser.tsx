import { useEffect, useRef, useState } from 'react'
import type { KeyboardEvent, ReactElement } from 'react'
import { createPortal } from 'react-dom'
import type { Instrument } from '../../../core/domain/index.ts'
import { searchWords } from '../../../core/desk/watch-list.ts'
import { usePreference, useWords } from '../../desk/index.ts'

interface ChooserProps {
  readonly instruments: readonly Instrument[]
  readonly place: { readonly x: number; readonly y: number }
  readonly onChoose: (symbol: string) => void
  readonly onClose: () => void
}

const MOST_SHOWN = 40
const WIDTH = 250

/** Finds an instrument by a few letters, and puts it on the list. */
export function InstrumentChooser(props: ChooserProps): ReactElement {
  const { instruments, place, onChoose, onClose } = props
  const t = useWords()
  const language = usePreference((preferences) => preferences.language)
  const [typed, setTyped] = useState('')
  const own = useRef<HTMLDivElement | null>(null)
  useEffect(() => {
    const before = document.activeElement
    own.current?.querySelector('input')?.focus()
    const close = (event: Event): void => {
      if (!(event.target instanceof Node) || own.current?.contains(event.target) !== true) onClose()
    }
    addEventListener('pointerdown', close, true)
    return () => {
      removeEventListener('pointerdown', close, true)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [onClose])
  const wanted = typed.toLowerCase()
  const found = instruments
    .filter((instrument) => searchWords(instrument).toLowerCase().includes(wanted))
    .slice(0, MOST_SHOWN)
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      if (found[0] !== undefined) onChoose(found[0].symbol)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return createPortal(
    <div
      ref={own}
      className="watch-chooser"
      role="dialog"
      aria-label={t('watch.add')}
      style={{ left: Math.max(0, Math.min(place.x, innerWidth - WIDTH)), top: place.y }}
      onKeyDown={press}
    >
      <input
        value={typed}
        placeholder={t('watch.find')}
        aria-label={t('watch.find')}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {found.length === 0 && <p className="muted">{t('watch.nothing-left')}</p>}
      <ul>
        {found.map((instrument) => (
          <li key={instrument.symbol}>
            <button type="button" onClick={() => onChoose(instrument.symbol)}>
              {instrument.symbol} <span className="muted">{instrument.name[language]}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>,
    document.body,
  )
}
