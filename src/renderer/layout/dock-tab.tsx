import type { IDockviewPanelHeaderProps } from 'dockview-react'
import { useEffect, useRef } from 'react'
import type { MouseEvent, ReactElement } from 'react'
import type { PanelParams } from './dock-json.ts'
import { useOnTop } from './on-top.ts'
import { useTabTitle } from './panel-title.ts'
import { useShell } from './shell.ts'
import type { Docked } from './workspaces.ts'
import { isDocked } from './workspaces.ts'

/**
 * A tab: words alone, with the contract only while it is on top, since room is short. It is closed
 * by key, by its menu, or by the middle button.
 */
export function DockTab({ api, params }: IDockviewPanelHeaderProps<PanelParams>): ReactElement {
  const shell = useShell()
  const onTop = useOnTop(api)
  const words = useTabTitle(params.kind, params.letter, onTop)
  const own = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    // The dock names its tabs by the panel's whole title: a tab is called what it shows.
    const name = (): void => own.current?.closest('[role="tab"]')?.setAttribute('aria-label', words)
    const told = api.onDidTitleChange(() => queueMicrotask(name))
    name()
    return () => told.dispose()
  }, [api, words])
  const openMenu = (event: MouseEvent): void => {
    event.preventDefault()
    const { workspace } = shell.store.getState()
    if (!isDocked(workspace)) return
    const { clientX, clientY } = event
    const { left, bottom } = event.currentTarget.getBoundingClientRect()
    // The key for menus tells no place.
    const [x, y] = clientX === 0 && clientY === 0 ? [left, bottom] : [clientX, clientY]
    shell.openMenu({ workspace: workspace satisfies Docked, panel: api.id, x, y })
  }
  return (
    <span
      ref={own}
      className="dock-tab"
      onContextMenu={openMenu}
      onAuxClick={(event) => {
        if (event.button === 1) api.close()
      }}
    >
      {words}
    </span>
  )
}
