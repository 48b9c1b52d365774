import type { Desk } from '../desk/index.ts'
import { marketLossesOf } from './chart/market-losses.ts'
import {
  eventsOf,
  fillsOf,
  interestsOf,
  ordersOf,
  refusalsOf,
  watchListOf,
} from './listing/models.ts'
import { predictionsOf } from './strategy/predictions.ts'
import { settingChangesOf } from './strategy/setting-changes.ts'
import { auditLinesOf } from './system/audit-lines.ts'
import { topicRatesOf } from './system/topics-panel.tsx'

/** Begins what panels keep of the past, so that a panel that is opened later shows it too. */
export function beginModels(desk: Desk): void {
  marketLossesOf(desk)
  for (const model of [predictionsOf, settingChangesOf, auditLinesOf, topicRatesOf]) model(desk)
  const listed = [eventsOf, fillsOf, interestsOf, ordersOf, refusalsOf, watchListOf]
  for (const model of listed) model(desk)
}
