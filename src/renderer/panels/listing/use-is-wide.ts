import { useSyncExternalStore } from 'react'

/** From here on the desk has room for all columns and long labels. */
const WIDE = '(min-width: 1700px)'

let query: MediaQueryList | undefined

/** Whether the window is wide. */
export function useIsWide(): boolean {
  return useSyncExternalStore(subscribe, isWide)
}

function isWide(): boolean {
  query ??= matchMedia(WIDE)
  return query.matches
}

function subscribe(listener: () => void): () => void {
  const asked = (query ??= matchMedia(WIDE))
  asked.addEventListener('change', listener)
  return () => asked.removeEventListener('change', listener)
}
