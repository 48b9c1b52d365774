import type { ReactElement } from 'react'
import { useWords } from '../desk/index.ts'
import { useChord, useKey } from '../keys/index.ts'
import { useShell, useShellState } from './shell.ts'
import type { Workspace } from './workspaces.ts'
import { WORKSPACES, WORKSPACE_KEYS, WORKSPACE_WORDS } from './workspaces.ts'
import './workspace-tabs.css'

/** For the top bar: which workspace is shown, and the person's preferences. */
export function WorkspaceTabs(): ReactElement {
  const t = useWords()
  const { tornOff } = useShell()
  return (
    <nav className="workspace-tabs" aria-label={t('layout.workspaces')}>
      {tornOff === undefined && WORKSPACES.map((name) => <WorkspaceTab key={name} name={name} />)}
      <PreferencesButton />
    </nav>
  )
}

function WorkspaceTab({ name }: { readonly name: Workspace }): ReactElement {
  const t = useWords()
  const shell = useShell()
  const shown = useShellState(({ workspace }) => workspace === name)
  const chord = useChord(WORKSPACE_KEYS[name])
  const words = t(WORKSPACE_WORDS[name])
  const go = (): void => shell.go(name)
  useKey(WORKSPACE_KEYS[name], go)
  return (
    <button
      type="button"
      className="workspace-tab"
      aria-current={shown ? 'page' : undefined}
      aria-label={words}
      title={`${words} · ${chord}`}
      onClick={go}
    >
      <span className="workspace-tab-words">{words}</span>
      <span className="workspace-tab-key">{chord}</span>
    </button>
  )
}

/** Opens what a person likes to look at. */
export function PreferencesButton(): ReactElement {
  const t = useWords()
  const shell = useShell()
  return (
    <button
      type="button"
      className="workspace-tab workspace-preferences"
      aria-label={t('preferences.title')}
      aria-haspopup="dialog"
      title={t('preferences.title')}
      onClick={() => shell.open('preferences')}
    >
      ⋯
    </button>
  )
}
