import { useState } from 'react'
import type { ReactElement } from 'react'
import { PanelState } from '../components/index.ts'
import { useWords } from '../desk/index.ts'
import { useChord } from '../keys/index.ts'
import { useShellState } from './shell.ts'
import { WorkspaceDock } from './workspace-dock.tsx'
import type { Docked } from './workspaces.ts'
import { DOCKED, WORKSPACE_KEYS, isDocked } from './workspaces.ts'

/** The workspace that is shown; docks that were shown before stay as they are behind it. */
export function Workspaces(): ReactElement {
  const t = useWords()
  const workspace = useShellState((state) => state.workspace)
  const back = useChord(WORKSPACE_KEYS.desk)
  const [visited, setVisited] = useState<ReadonlySet<Docked>>(new Set())
  if (isDocked(workspace) && !visited.has(workspace)) setVisited(new Set([...visited, workspace]))
  const coming = workspace === 'analyst' ? 'layout.analyst-comes' : 'layout.models-comes'
  return (
    <>
      {DOCKED.filter((name) => visited.has(name)).map((name) => (
        <WorkspaceDock key={name} workspace={name} shown={name === workspace} />
      ))}
      {!isDocked(workspace) && (
        <PanelState
          condition={
            back === ''
              ? { kind: 'empty', words: t(coming) }
              : { kind: 'empty', words: `${t(coming)} ${t('layout.go-back')}`, keys: back }
          }
        >
          {null}
        </PanelState>
      )}
    </>
  )
}
