import { useState } from 'react'
import type { KeyboardEvent, ReactElement } from 'react'
import { useStore } from 'zustand'
import { Dialog } from '../components/dialog.tsx'
import { useWords } from '../desk/index.ts'
import { useShell } from '../layout/shell.ts'
import { ranked } from '../palette/score.ts'
import type { Sentence, Translate, Word } from '../words/index.ts'
import { TEXTS } from '../words/index.ts'
import { chordOf, shownChord } from './chord.ts'
import type { ChordTrouble } from './clashes.ts'
import type { KeyName } from './key-table.ts'
import { KEY_NAMES, keyEntry } from './key-table.ts'
import { useKeys } from './keys-of.ts'
import { ON_MAC } from './use-key.ts'
import './key-list.css'

const GROUPS = ['trading', 'general', 'panels'] as const

function groupOf(name: KeyName): (typeof GROUPS)[number] {
  const { scope, trades } = keyEntry(name)
  const within = !['always', 'anywhere', 'desk', 'dialog'].includes(scope)
  return within ? 'panels' : trades === 'no' ? 'general' : 'trading'
}

/** Every key, and how to have another one. */
export function KeyList(): ReactElement {
  const t = useWords()
  const shell = useShell()
  const keys = useKeys()
  const [typed, setTyped] = useState('')
  const [told, setTold] = useState<Told>()
  const { chords } = useStore(keys.store)
  const found = ranked(typed, KEY_NAMES, (name) => {
    const word: Word = `key.${name}`
    return [TEXTS.en[word], TEXTS.zh[word], shownChord(chords[name], ON_MAC)]
  })
  const footer = (
    <>
      <span className="key-told" role="status">
        {told?.words(t)}
      </span>
      <button type="button" className="dialog-action" onClick={() => keys.reset()}>
        {t('keys.usual-all')}
      </button>
    </>
  )
  return (
    <Dialog
      title={t('keys.title')}
      onClose={() => shell.open(undefined)}
      look="wide"
      footer={footer}
    >
      <input
        className="palette-input"
        data-autofocus=""
        aria-label={t('keys.filter')}
        placeholder={t('keys.filter')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="key-list">
        {GROUPS.map((group) => (
          <section key={group} aria-label={t(`keys.group.${group}`)}>
            <h3 className="key-group">{t(`keys.group.${group}`)}</h3>
            {found
              .filter((name) => groupOf(name) === group)
              .map((name) => (
                <KeyRow key={name} name={name} chord={chords[name]} onTold={setTold} />
              ))}
            {group === 'panels' && <p className="key-within">{t('keys.within')}</p>}
          </section>
        ))}
      </div>
    </Dialog>
  )
}

/** What became of a change. */
interface Told {
  readonly words: Sentence
}

interface KeyRowProps {
  readonly name: KeyName
  readonly chord: string
  readonly onTold: (told: Told) => void
}

function KeyRow({ name, chord, onTold }: KeyRowProps): ReactElement {
  const t = useWords()
  const keys = useKeys()
  const [asking, setAsking] = useState(false)
  const entry = keyEntry(name)
  const change = (next: string): void => {
    setAsking(false)
    const trouble = keys.change(name, next)
    onTold({
      words: (t) =>
        trouble === undefined ? changed(name, next, t) : troubleWords(trouble, next, t),
    })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!asking || event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    const pressed = chordOf(event, ON_MAC)
    if (pressed === 'Escape') setAsking(false)
    else if (pressed === 'Backspace') change('')
    else if (pressed !== undefined) change(pressed)
  }
  return (
    <div className="key-row">
      <span className="key-words">{t(`key.${name}`)}</span>
      <span className="key-note">{noteOf(name, t)}</span>
      <kbd>{chord === '' ? t('keys.none') : shownChord(chord, ON_MAC)}</kbd>
      <button
        type="button"
        className="key-button"
        disabled={entry.fixed}
        aria-label={`${t('keys.change')}: ${t(`key.${name}`)}`}
        onClick={() => setAsking(true)}
        onKeyDown={onKeyDown}
        onBlur={() => setAsking(false)}
      >
        {asking ? t('keys.press') : t('keys.change')}
      </button>
      <button
        type="button"
        className="key-button"
        disabled={chord === entry.chord}
        aria-label={`${t('keys.usual')}: ${t(`key.${name}`)}`}
        onClick={() => change(entry.chord)}
      >
        {t('keys.usual')}
      </button>
    </div>
  )
}

function noteOf(name: KeyName, t: Translate): string {
  const { press, trades } = keyEntry(name)
  const how = press === 'hold' ? t('keys.hold') : press === 'double' ? t('keys.twice') : ''
  const what = trades === 'sends' ? t('keys.trades') : trades === 'stops' ? t('keys.stops') : ''
  return [how, what].filter(Boolean).join(' · ')
}

function changed(name: KeyName, chord: string, t: Translate): string {
  return t('keys.changed', {
    key: t(`key.${name}`),
    chord: chord === '' ? t('keys.none') : shownChord(chord, ON_MAC),
  })
}

function troubleWords(trouble: ChordTrouble, chord: string, t: Translate): string {
  const shown = shownChord(chord, ON_MAC)
  if (trouble.kind !== 'taken') return t(`keys.${trouble.kind}`, { chord: shown })
  return t('keys.taken', { chord: shown, other: t(`key.${trouble.by}`) })
}
