import {
  dailyLoss,
  knownAccount,
  knownLimits,
  noDuplicate,
  noSelfTrade,
  throttle,
} from './conduct.ts'
import {
  allowedInstrument,
  freshQuote,
  openSession,
  tradableInstrument,
  tradingState,
} from './permission.ts'
import { collar, insidePriceLimits, orderKind, priceOnTick } from './price.ts'
import type { Rule } from './rule.ts'
import { closeVolume, funds, grossPosition, netPosition, orderNotional, orderSize } from './size.ts'

export type { Rule } from './rule.ts'

/** All rules, in the order in which they are asked; the throttle last, so that it counts sends. */
export const RULES = {
  knownLimits,
  tradingState,
  tradableInstrument,
  allowedInstrument,
  knownAccount,
  dailyLoss,
  noDuplicate,
  orderKind,
  priceOnTick,
  orderSize,
  openSession,
  freshQuote,
  insidePriceLimits,
  collar,
  orderNotional,
  closeVolume,
  netPosition,
  grossPosition,
  noSelfTrade,
  funds,
  throttle,
} as const satisfies Record<string, Rule>

export type RuleName = keyof typeof RULES
