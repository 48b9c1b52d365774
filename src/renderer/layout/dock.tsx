import type { ReactElement } from 'react'

/** Where panels are docked. */
export function Dock(): ReactElement {
  return <main className="dock" />
}
