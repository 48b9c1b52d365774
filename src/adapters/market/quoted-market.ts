import type { Saying } from '../../core/contracts/index.ts'
import type { Instrument, TradingDay } from '../../core/domain/index.ts'
import type { FillRuleName, ReplayExchange } from '../../core/exchange/index.ts'
import { createReplayExchange } from '../../core/exchange/index.ts'
import type { Market, Opening } from './market.ts'
import type { Sessions } from './sessions.ts'

/** A market whose quotes come from elsewhere, and what fills at them. */
export interface QuotedMarket extends Market {
  readonly createExchange: (opening: Opening) => ReplayExchange
}

export interface QuotedMarketParts {
  readonly instruments: readonly Instrument[]
  readonly sessions: Sessions
  readonly tradingDay: TradingDay
  readonly fillRule: FillRuleName
  /** µs of session time after which a quote fills nothing any more; without it all quotes fill. */
  readonly freshFor?: number
  readonly notes: readonly Saying[]
}

/** Hours and days are those of the sessions. */
export function quotedMarket(parts: QuotedMarketParts): QuotedMarket {
  const { instruments, sessions, tradingDay, fillRule, freshFor, notes } = parts
  return {
    instruments,
    sessionPhase: ({ id }, now) => sessions.phase(id, now),
    tradingDay,
    createExchange: ({ cash }) =>
      createReplayExchange({
        instruments,
        initialCash: cash,
        tradingDay,
        sessionOpen: (id, now) => sessions.phase(id, now) === 'continuous',
        rule: fillRule,
        tradingDayOf: sessions.tradingDay,
        nextTradingDay: sessions.next,
        ...(freshFor === undefined ? {} : { freshFor }),
      }),
    notes,
  }
}
