import type {
  Calendar,
  Instrument,
  InstrumentId,
  Micros,
  SessionClock,
  SessionPhase,
  SessionPlan,
  TradingDay,
} from '../../core/domain/index.ts'
import {
  createSessionClock,
  dayOfEpoch,
  epochDayOf,
  nextTradingDay,
  productOf,
} from '../../core/domain/index.ts'
import type { MarketFacts } from './facts.ts'

/** Sessions and trading days of the instruments of a recording. */
export interface Sessions {
  readonly phase: (instrument: InstrumentId, at: Micros) => SessionPhase
  /** NaN where it cannot be told. */
  readonly tradingDay: (instrument: InstrumentId, at: Micros) => TradingDay
  readonly next: (day: TradingDay) => TradingDay
}

/** What cannot be told counts as closed: nothing is traded in it. */
export function createSessions(
  { products, calendar }: MarketFacts,
  instruments: readonly Instrument[],
): Sessions {
  const clocks: (SessionClock | undefined)[] = []
  for (const { id, exchange, product } of instruments) {
    const plan: SessionPlan | undefined =
      exchange === 'SIM'
        ? { exchange, code: product, sessions: [] }
        : productOf(products, exchange, product)
    clocks[id] = plan && createSessionClock(plan, calendar)
  }
  const session = (instrument: InstrumentId, at: Micros) => {
    const found = clocks[instrument]?.at(at)
    return found?.ok === true ? found.value : undefined
  }
  return {
    phase: (instrument, at) => session(instrument, at)?.phase ?? 'closed',
    tradingDay: (instrument, at) => session(instrument, at)?.tradingDay ?? (NaN as TradingDay),
    next: (day) => following(calendar, day),
  }
}

function following(calendar: Calendar, day: TradingDay): TradingDay {
  const next = nextTradingDay(calendar, day)
  return next.ok ? next.value : dayOfEpoch(epochDayOf(day) + 1)
}
