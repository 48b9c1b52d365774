import type { ReactElement } from 'react'
import { WorkspaceTabs } from '../layout/index.ts'
import { AccountFigures } from './account-figures.tsx'
import { BarClock } from './bar-clock.tsx'
import { Chips } from './chips.tsx'
import { FlattenButton } from './flatten-button.tsx'
import { HaltBar } from './halt-bar.tsx'
import { LineBar } from './line-bar.tsx'
import { ModeBadge } from './mode-badge.tsx'
import { ReplayBar } from './replay-bar.tsx'
import { TickSent } from './tick-sent.tsx'
import './bars.css'
import './narrow-bars.css'
import './chips.css'

/** Never covered by anything: mode, connection, account, clock, and the way to stop it all. */
export function TopBar(): ReactElement {
  return (
    <header>
      <div className="top-bar">
        <Brand />
        <WorkspaceTabs />
        <ModeBadge />
        <Chips />
        <TickSent />
        <AccountFigures />
        <BarClock />
        <FlattenButton />
      </div>
      <LineBar />
      <HaltBar />
      <ReplayBar />
    </header>
  )
}

function Brand(): ReactElement {
  return (
    <div className="bar-brand">
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
        <path d="M2 13h3V5h3v10h3V3h3v8h2" fill="none" stroke="currentColor" strokeWidth="2" />
      </svg>
      <span className="bar-wide">ghTrader</span>
    </div>
  )
}
