import type { DockviewPanelApi } from 'dockview-react'
import { useCallback, useSyncExternalStore } from 'react'

/** Whether a panel is the one of its group that is shown. */
export function useOnTop(api: DockviewPanelApi): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const told = api.onDidVisibilityChange(changed)
      return () => told.dispose()
    },
    [api],
  )
  return useSyncExternalStore(subscribe, () => api.isVisible)
}
