import type { DockviewApi, DockviewReadyEvent, IDockviewPanelProps } from 'dockview-react'
import { DockviewReact } from 'dockview-react'
import 'dockview-react/dist/styles/dockview.css'
import { useEffect, useRef } from 'react'
import type { FunctionComponent, ReactElement } from 'react'
import { observeSize } from '../components/index.ts'
import { usePreference, useWindow } from '../desk/index.ts'
import { DockControl } from './dock-control.ts'
import { DockEmpty } from './dock-empty.tsx'
import { DockLetter, DockTools } from './dock-head.tsx'
import { DockPanel } from './dock-panel.tsx'
import { DockTab } from './dock-tab.tsx'
import { layoutTrouble, unkept } from './layout-notices.ts'
import { Layouts } from './layouts.ts'
import { panelKindOf } from './panel-kind-of.ts'
import { useShell } from './shell.ts'
import { ShownWorkspaceProvider } from './shown-workspace.ts'
import { DENSITY_SCALES, monitorSet } from './width-class.ts'
import type { Docked } from './workspaces.ts'
import './workspace-dock.css'

const COMPONENTS = { panel: DockPanel as FunctionComponent<IDockviewPanelProps> }
const THEME = {
  name: 'workstation',
  className: 'dock-theme',
  dndTabIndicator: 'line',
  tabGroupIndicator: 'none',
} as const

/** What is told of a change waits so long for what belongs to it. */
const SETTLE = 40

interface WorkspaceDockProps {
  readonly workspace: Docked
  readonly shown: boolean
}

/** The docked panels of one workspace; they live on while another workspace is shown. */
export function WorkspaceDock({ workspace, shown }: WorkspaceDockProps): ReactElement {
  const place = useRef<HTMLDivElement>(null)
  const { ready, control } = useControl(workspace, place)
  const density = usePreference((preferences) => preferences.density)
  const before = useRef(density)
  useEffect(() => {
    if (before.current !== density) control.current?.rescale(innerWidth)
    before.current = density
  }, [density, control])
  return (
    <div className="workspace-dock" ref={place} hidden={!shown}>
      <ShownWorkspaceProvider value={shown}>
        <DockviewReact
          components={COMPONENTS}
          defaultTabComponent={DockTab}
          prefixHeaderActionsComponent={DockLetter}
          rightHeaderActionsComponent={DockTools}
          watermarkComponent={DockEmpty}
          noPanelsOverlay="watermark"
          theme={THEME}
          defaultRenderer="onlyWhenVisible"
          disableAutoResizing
          scrollbars="native"
          disableFloatingGroups
          announcements={false}
          onReady={ready}
        />
      </ShownWorkspaceProvider>
    </div>
  )
}

function useControl(workspace: Docked, place: React.RefObject<HTMLDivElement | null>) {
  const window = useWindow()
  const shell = useShell()
  const control = useRef<DockControl>(undefined)
  const ready = ({ api }: DockviewReadyEvent): void => {
    // The region is the panel; a group with the name of its panel would be a second one.
    api.onDidAddGroup(({ element }) => element.setAttribute('role', 'group'))
    control.current = new DockControl(api, {
      workspace,
      layouts: new Layouts(window.keeping),
      monitors: () => monitorSet(screen),
      scale: () => DENSITY_SCALES[window.preferences.getState().density],
      title: (kind) => window.translate()(panelKindOf(kind).title),
      onTrouble: (found, where) => layoutTrouble(window, found, where),
      onUnkept: () => unkept(window),
    })
    shell.docks.set(workspace, control.current)
  }
  useEffect(() => {
    const element = place.current
    const dock = control.current
    if (element === null || dock === undefined) return undefined
    const end = observeSize(element, (size) => dock.resize(size, innerWidth))
    const endChanges = watchChanges(dock.api, element, (sized) => dock.changed(sized))
    return () => {
      end()
      endChanges()
    }
  }, [place])
  return { ready, control }
}

/** Tells of what a person may have changed, once it is done. */
function watchChanges(
  api: DockviewApi,
  element: HTMLElement,
  changed: (sized: boolean) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let sizing = false
  let sized = false
  const tell = (): void => {
    timer = undefined
    const edge = sized
    sized = false
    changed(edge)
  }
  const soon = (): void => {
    clearTimeout(timer)
    timer = sizing ? undefined : setTimeout(tell, SETTLE)
  }
  /** A page that goes away keeps what was changed a moment ago. */
  const leaves = (): void => {
    if (timer === undefined) return
    clearTimeout(timer)
    tell()
  }
  const told = api.onDidLayoutChange(() => {
    sized ||= sizing
    soon()
  })
  const down = (event: PointerEvent): void => {
    sizing = event.target instanceof Element && event.target.closest('.dv-sash') !== null
  }
  const up = (): void => {
    if (!sizing) return
    sizing = false
    soon()
  }
  element.addEventListener('pointerdown', down, { capture: true })
  addEventListener('pointerup', up)
  addEventListener('pagehide', leaves)
  return () => {
    clearTimeout(timer)
    told.dispose()
    element.removeEventListener('pointerdown', down, { capture: true })
    removeEventListener('pointerup', up)
    removeEventListener('pagehide', leaves)
  }
}
