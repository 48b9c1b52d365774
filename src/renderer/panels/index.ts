import { ChartPanel } from './chart/chart-panel.tsx'
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
import { WatchListPanel } from './watch-list/watch-list-panel.tsx'
import { WatchListTools } from './watch-list/watch-list-tools.tsx'
import { AccountPanel } from './account/account-panel.tsx'
import { AccountTools } from './account/account-tools.tsx'
import { QuotePanel } from './quote/quote-panel.tsx'
import { PositionsPanel } from './positions/positions-panel.tsx'
import { PositionsTools } from './positions/positions-tools.tsx'
import { OrdersPanel } from './orders/orders-panel.tsx'
import { OrdersTools } from './orders/orders-tools.tsx'
import { FillsPanel } from './fills/fills-panel.tsx'
import { FillsTools } from './fills/fills-tools.tsx'
import { RefusalsPanel } from './refusals/refusals-panel.tsx'
import { RefusalsTools } from './refusals/refusals-tools.tsx'
import { ReadOnlyTag } from './listing/read-only-tag.tsx'
import { EventLogPanel } from './event-log/event-log-panel.tsx'
import { LadderPanel, LadderTools } from './ladder/ladder-panel.tsx'
import { TapePanel, TapeTools } from './tape/tape-panel.tsx'
import { TicketPanel, TicketTools } from './ticket/ticket-panel.tsx'
import type { PanelKind } from './panel-kind.ts'

export type { PanelKind, PanelProps } from './panel-kind.ts'

/** Every kind of panel, by its name in layouts: names never change, they are in saved layouts. */
export const PANELS = {
  'watch-list': {
    title: 'panel.watch-list',
    linked: true,
    chooses: true,
    body: WatchListPanel,
    tools: WatchListTools,
  },
  account: { title: 'panel.account', linked: false, body: AccountPanel, tools: AccountTools },
  quote: { title: 'panel.quote', linked: true, body: QuotePanel },
  chart: { title: 'panel.chart', linked: true, body: ChartPanel, tools: ReadOnlyTag },
  ladder: { title: 'panel.ladder', linked: true, body: LadderPanel, tools: LadderTools },
  tape: { title: 'panel.tape', linked: true, body: TapePanel, tools: TapeTools },
  ticket: { title: 'panel.ticket', linked: true, body: TicketPanel, tools: TicketTools },
  positions: {
    title: 'panel.positions',
    linked: true,
    chooses: true,
    body: PositionsPanel,
    tools: PositionsTools,
  },
  orders: { title: 'panel.orders', linked: false, body: OrdersPanel, tools: OrdersTools },
  fills: { title: 'panel.fills', linked: false, body: FillsPanel, tools: FillsTools },
  refusals: { title: 'panel.refusals', linked: false, body: RefusalsPanel, tools: RefusalsTools },
  'event-log': { title: 'panel.event-log', linked: true, chooses: true, body: EventLogPanel },
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
