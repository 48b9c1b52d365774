import { Awaited } from './awaited.tsx'
import { StrategyPanel } from './strategy/strategy-panel.tsx'
import { LatencyPanel } from './latency/latency-panel.tsx'
import { ProcessesPanel } from './system/processes-panel.tsx'
import { TopicsPanel } from './system/topics-panel.tsx'
import { StoresPanel } from './system/stores-panel.tsx'
import { GatePanel } from './system/gate-panel.tsx'
import { StagesPanel } from './system/stages-panel.tsx'
import { LastOrdersPanel } from './system/last-orders-panel.tsx'
import { AuditPanel } from './system/audit-panel.tsx'
import { DeadManPanel } from './system/dead-man-panel.tsx'
import { WindowsPanel } from './system/windows-panel.tsx'
import { AboutPanel } from './system/about-panel.tsx'
import type { PanelKind } from './panel-kind.ts'

export type { PanelKind, PanelProps } from './panel-kind.ts'

/** Every kind of panel, by its name in layouts: names never change, they are in saved layouts. */
export const PANELS = {
  'watch-list': { title: 'panel.watch-list', linked: false, body: Awaited },
  account: { title: 'panel.account', linked: false, body: Awaited },
  quote: { title: 'panel.quote', linked: true, body: Awaited },
  chart: { title: 'panel.chart', linked: true, body: Awaited },
  ladder: { title: 'panel.ladder', linked: true, body: Awaited },
  tape: { title: 'panel.tape', linked: true, body: Awaited },
  ticket: { title: 'panel.ticket', linked: true, body: Awaited },
  positions: { title: 'panel.positions', linked: false, body: Awaited },
  orders: { title: 'panel.orders', linked: false, body: Awaited },
  fills: { title: 'panel.fills', linked: false, body: Awaited },
  refusals: { title: 'panel.refusals', linked: false, body: Awaited },
  'event-log': { title: 'panel.event-log', linked: false, body: Awaited },
  strategy: { title: 'panel.strategy', linked: false, body: StrategyPanel },
  latency: { title: 'panel.latency', linked: false, body: LatencyPanel },
  processes: { title: 'panel.processes', linked: false, body: ProcessesPanel },
  topics: { title: 'panel.topics', linked: false, body: TopicsPanel },
  stores: { title: 'panel.stores', linked: false, body: StoresPanel },
  gate: { title: 'panel.gate', linked: false, body: GatePanel },
  stages: { title: 'panel.stages', linked: false, body: StagesPanel },
  'last-orders': { title: 'panel.last-orders', linked: false, body: LastOrdersPanel },
  audit: { title: 'panel.audit', linked: false, body: AuditPanel },
  'dead-man': { title: 'panel.dead-man', linked: false, body: DeadManPanel },
  windows: { title: 'panel.windows', linked: false, body: WindowsPanel },
  about: { title: 'panel.about', linked: false, body: AboutPanel },
} as const satisfies Readonly<Record<string, PanelKind>>

export type PanelName = keyof typeof PANELS
