import type { ReactElement } from 'react'
import { useSlice } from '../desk/index.ts'
import './bars.css'

export function TopBar(): ReactElement {
  const phase = useSlice(['link'], ({ status }) => status.phase)
  return <header className="top-bar">{phase}</header>
}
