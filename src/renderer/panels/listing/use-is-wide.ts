import { useSyncExternalStore } from 'react'

/** From here on the desk has room for all columns and long labels. */
const WIDE = '(min-width: 1700px)'

/** Whether the window is wide. */
export function useIsWide(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(WIDE).matches)
}

function subscribe(listener: () => void): () => void {
  const query = matchMedia(WIDE)
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
