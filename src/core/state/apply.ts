import type { Fact, StateFact } from '../contracts/index.ts'
import type { Quote, Ticks } from '../domain/index.ts'
import { never } from '../domain/index.ts'
import { applyFillFact, mark, setPosition } from './apply-fill.ts'
import { applyOrder } from './apply-order.ts'
import { applySettlement } from './apply-settlement.ts'
import type { State } from './state.ts'
import { applyTarget } from './targets.ts'

/**
 * The hot case of `apply`: the newest quote, and the open profit it brings. One without a last
 * price, as before a day's first trade, leaves lots where they stood.
 */
export function applyQuote(state: State, quote: Quote): void {
  const { instrument, last } = quote
  state.quotes[instrument] = quote
  const facts = state.instruments[instrument]
  if (facts === undefined || !(last > 0)) return
  mark(state, instrument, Math.round((last * facts.tickScale) / facts.tickUnits) as Ticks)
}

/**
 * The only way in which facts change a state, the same for a gateway, its journal read back, and
 * a window's copy. Facts that tell of no state change nothing.
 */
export function apply(state: State, fact: Fact): void {
  switch (fact.kind) {
    case 'quote':
      return applyQuote(state, fact)
    case 'directory':
      for (const instrument of fact.instruments) state.instruments[instrument.id] = instrument
      for (const owner of fact.owners) state.owners[owner.id] = owner
      return
    case 'order':
      return applyOrder(state, fact.order)
    case 'fill':
      return applyFillFact(state, fact)
    case 'position':
      return setPosition(state, fact.position)
    case 'account': {
      const { account } = fact
      state.money.staticBalance = account.staticBalance
      state.money.closeProfit = account.closeProfit
      state.money.fees = account.fees
      state.tradingDay = account.tradingDay
      return
    }
    case 'state':
      state.trading = fact
      if (endsTargets(fact)) state.targets.length = 0
      return
    case 'limits':
      state.limits = fact.limits
      return
    case 'settlement':
      return applySettlement(state, fact)
    case 'marks':
      for (const [instrument, price] of fact.prices) mark(state, instrument, price)
      return
    case 'reset':
      state.reset = fact
      Object.assign(state.money, { staticBalance: fact.cash, closeProfit: 0, fees: 0 })
      return
    case 'target':
      return applyTarget(state, fact)
    case 'hello':
      state.tradingDay = fact.tradingDay
      return
    case 'snapshot':
      // What its fills led to is in its positions and its account.
      for (const each of fact.facts) {
        if (each.kind === 'fill') state.fills.add(each.fill.id)
        else apply(state, each)
      }
      return
    case 'trade':
    case 'ack':
    case 'health':
    case 'time':
    case 'signal':
    case 'prediction':
    case 'decision':
    case 'done':
    case 'step':
    case 'beat':
    case 'warm-up':
    case 'run':
    case 'trace':
    case 'setting':
    case 'attribution':
    case 'vital':
      return
    default:
      return never(fact)
  }
}

/**
 * Whether a state puts an end to what owners want. A halt that a start, a broken line or silence
 * made keeps their targets; one that a person or the loss latch made does not, so that nothing is
 * sent of itself when it is lifted.
 */
export function endsTargets({ state, cause }: Pick<StateFact, 'state' | 'cause'>): boolean {
  if (state === 'flattening') return true
  return state === 'halted' && cause !== 'start' && cause !== 'venue' && cause !== 'silence'
}
