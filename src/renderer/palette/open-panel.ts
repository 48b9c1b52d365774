import type { WindowContext } from '../desk/index.ts'
import { focusPanelById } from '../layout/panel-focus.ts'
import { shellOf } from '../layout/shell.ts'
import type { PanelName } from '../panels/index.ts'

/** Opens a panel in the workspace that is shown, or on the desk where that has no dock. */
export function openPanel(window: WindowContext, kind: PanelName): void {
  const shell = shellOf(window)
  if (shell.dock === undefined) shell.go('desk')
  // The desk's dock may have to be made first.
  requestAnimationFrame(() => {
    const panel = shell.dock?.open(kind)
    requestAnimationFrame(() => focusPanelById(document.body, panel?.id))
  })
}
