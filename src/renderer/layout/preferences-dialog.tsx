import type { ReactElement } from 'react'
import { Dialog } from '../components/dialog.tsx'
import { usePreference, useWindow, useWords } from '../desk/index.ts'
import { useChord } from '../keys/index.ts'
import type { Preferences } from '../preferences/index.ts'
import type { Word } from '../words/index.ts'
import { CHOICES } from './preference-choices.ts'
import { useShell } from './shell.ts'

/** What a person likes to look at; every choice acts at once, and is kept. */
export function PreferencesDialog(): ReactElement {
  const t = useWords()
  const shell = useShell()
  const names = Object.keys(CHOICES) as (keyof Preferences)[]
  return (
    <Dialog title={t('preferences.title')} onClose={() => shell.open(undefined)}>
      {names.map((name) => (
        <Choice key={name} name={name} />
      ))}
      <button type="button" className="dialog-action" onClick={() => shell.open('keys')}>
        {t('keys.title')} …
      </button>
    </Dialog>
  )
}

function Choice({ name }: { readonly name: keyof Preferences }): ReactElement {
  const t = useWords()
  const { preferences } = useWindow()
  const now = usePreference((state) => state[name])
  const chord = useChord(name)
  return (
    <fieldset className="preference">
      <legend>
        {t(`preferences.${name}`)} {chord !== '' && <kbd>{chord}</kbd>}
      </legend>
      {CHOICES[name].map((value) => (
        <label key={String(value)}>
          <input
            type="radio"
            name={name}
            checked={value === now}
            onChange={() => preferences.setState({ [name]: value })}
          />
          {t(`preferences.${name}.${String(value)}` as Word)}
        </label>
      ))}
    </fieldset>
  )
}
