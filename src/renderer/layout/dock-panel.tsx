import type { IDockviewPanelProps } from 'dockview-react'
import { useEffect, useState } from 'react'
import type { ReactElement } from 'react'
import { useWindow } from '../desk/index.ts'
import { PanelPlaceProvider } from '../desk/panel-place.ts'
import type { PanelName } from '../panels/index.ts'
import { useOnTop } from './on-top.ts'
import { panelKindOf } from './panel-kind-of.ts'
import type { PanelParams } from './dock-json.ts'
import { usePanelTitle } from './panel-title.ts'
import { useShown } from './shown-workspace.ts'

/** The body of a panel in a dock: a region of its own, on a layer of its own. */
export function DockPanel({ api, params }: IDockviewPanelProps<PanelParams>): ReactElement {
  const { kind, letter } = params
  const title = usePanelTitle(kind, letter)
  const onTop = useOnTop(api)
  const shown = useShown() && onTop
  const isMade = useIsMade(kind)
  useEffect(() => {
    const name = (): void => {
      if (api.title !== title) api.setTitle(title)
    }
    // A layout that is put back brings the title that the panel had in it.
    const told = api.onDidTitleChange(name)
    name()
    return () => told.dispose()
  }, [api, title])
  const Body = panelKindOf(kind).body
  return (
    <PanelPlaceProvider value={{ panel: api.id, shown }}>
      <div
        className="dock-panel"
        role="region"
        aria-label={title}
        tabIndex={-1}
        data-panel={api.id}
        data-panel-kind={kind}
      >
        {isMade && <Body panel={api.id} letter={letter} />}
      </div>
    </PanelPlaceProvider>
  )
}

/** What a person looks at first; the rest is made once its prices are there. */
const FIRST: ReadonlySet<PanelName> = new Set<PanelName>(['watch-list', 'quote', 'account'])

function useIsMade(kind: PanelName): boolean {
  const { firstPrices } = useWindow()
  const [isMade, setMade] = useState(() => FIRST.has(kind) || firstPrices.isOver)
  useEffect(
    () => (isMade ? undefined : firstPrices.wait(() => setMade(true))),
    [firstPrices, isMade],
  )
  return isMade
}
