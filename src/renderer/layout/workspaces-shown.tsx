import { useState } from 'react'
import type { ReactElement } from 'react'
import { PanelState } from '../components/index.ts'
import { useWords } from '../desk/index.ts'
import { useShellState } from './shell.ts'
import { WorkspaceDock } from './workspace-dock.tsx'
import type { Docked } from './workspaces.ts'
import { DOCKED, isDocked } from './workspaces.ts'

/** The workspace that is shown; docks that were shown before stay as they are behind it. */
export function Workspaces(): ReactElement {
  const t = useWords()
  const workspace = useShellState((state) => state.workspace)
  const [visited, setVisited] = useState<ReadonlySet<Docked>>(new Set())
  if (isDocked(workspace) && !visited.has(workspace)) setVisited(new Set([...visited, workspace]))
  const coming = workspace === 'analyst' ? 'layout.analyst-comes' : 'layout.models-comes'
  return (
    <>
      {DOCKED.filter((name) => visited.has(name)).map((name) => (
        <WorkspaceDock key={name} workspace={name} shown={name === workspace} />
      ))}
      {!isDocked(workspace) && (
        <PanelState condition={{ kind: 'empty', words: t(coming) }}>{null}</PanelState>
      )}
    </>
  )
}
