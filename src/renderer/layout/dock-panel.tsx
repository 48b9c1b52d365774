import type { IDockviewPanelProps } from 'dockview-react'
import { useEffect } from 'react'
import type { ReactElement } from 'react'
import { PanelPlaceProvider } from '../desk/panel-place.ts'
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
        <Body panel={api.id} letter={letter} />
      </div>
    </PanelPlaceProvider>
  )
}
