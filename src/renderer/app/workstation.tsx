import type { ReactElement } from 'react'
import { Dock } from '../layout/index.ts'
import { StatusBar } from '../bars/status-bar.tsx'
import { TopBar } from '../bars/top-bar.tsx'
import './workstation.css'

/** The whole window: frame, top bar, docked panels, status bar. */
export function Workstation(): ReactElement {
  return (
    <div className="workstation">
      <TopBar />
      <Dock />
      <StatusBar />
    </div>
  )
}
