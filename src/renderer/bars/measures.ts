import { useSyncExternalStore } from 'react'
import { useDesk } from '../desk/index.ts'
import type { Measured } from '../desk/measures.ts'

/** What the window measures of itself, once a second. */
export function useMeasures(): Measured {
  const { measures } = useDesk()
  return useSyncExternalStore(measures.subscribe, measures.read)
}
