import type { IDockviewHeaderActionsProps, IDockviewPanel } from 'dockview-react'
import { useEffect, useState } from 'react'
import type { ReactElement } from 'react'
import { useWords } from '../desk/index.ts'
import { PanelPlaceProvider } from '../desk/panel-place.ts'
import { useChord } from '../keys/index.ts'
import { panelKindOf } from './panel-kind-of.ts'
import type { PanelParams } from './dock-json.ts'
import { useShell } from './shell.ts'
import { useShown } from './shown-workspace.ts'

/** At the left of a panel's head: the letter that it follows; a click takes the next one. */
export function DockLetter({ activePanel }: IDockviewHeaderActionsProps): ReactElement | null {
  const t = useWords()
  const shell = useShell()
  const chord = useChord('letter')
  const params = useParams(activePanel)
  if (params === undefined || !panelKindOf(params.kind).linked) return null
  const { letter } = params
  const words = t('layout.link', { letter })
  return (
    <button
      type="button"
      className={`dock-letter dock-letter-${letter.toLowerCase()}`}
      aria-label={words}
      title={`${words} · ${chord}`}
      onClick={() => shell.dock?.nextLetter(activePanel)}
    >
      {letter}
    </button>
  )
}

/** At the right of a panel's head: figures and buttons of the panel that is on top. */
export function DockTools({ activePanel }: IDockviewHeaderActionsProps): ReactElement | null {
  const params = useParams(activePanel)
  const shown = useShown()
  if (params === undefined || activePanel === undefined) return null
  const { kind, letter } = params
  const { id } = activePanel
  const Tools = panelKindOf(kind).tools
  if (Tools === undefined) return null
  return (
    <PanelPlaceProvider value={{ panel: id, shown }}>
      <div className="dock-tools" data-panel={id} data-panel-kind={kind}>
        <Tools key={id} panel={id} letter={letter} />
      </div>
    </PanelPlaceProvider>
  )
}

function useParams(panel: IDockviewPanel | undefined): PanelParams | undefined {
  const [, setRevision] = useState(0)
  useEffect(() => {
    const told = panel?.api.onDidParametersChange(() => setRevision((before) => before + 1))
    return () => told?.dispose()
  }, [panel])
  return panel?.params as PanelParams | undefined
}
