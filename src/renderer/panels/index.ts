import { Awaited } from './awaited.tsx'
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
  strategy: { title: 'panel.strategy', linked: false, body: Awaited },
  latency: { title: 'panel.latency', linked: false, body: Awaited },
  processes: { title: 'panel.processes', linked: false, body: Awaited },
  topics: { title: 'panel.topics', linked: false, body: Awaited },
  stores: { title: 'panel.stores', linked: false, body: Awaited },
  gate: { title: 'panel.gate', linked: false, body: Awaited },
  stages: { title: 'panel.stages', linked: false, body: Awaited },
  'last-orders': { title: 'panel.last-orders', linked: false, body: Awaited },
  audit: { title: 'panel.audit', linked: false, body: Awaited },
  'dead-man': { title: 'panel.dead-man', linked: false, body: Awaited },
  windows: { title: 'panel.windows', linked: false, body: Awaited },
  about: { title: 'panel.about', linked: false, body: Awaited },
} as const satisfies Readonly<Record<string, PanelKind>>

export type PanelName = keyof typeof PANELS
