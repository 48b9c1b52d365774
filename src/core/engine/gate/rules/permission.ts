import { explained, failure, sayingText, sayingsText } from '../../../contracts/index.ts'
import type { Rule } from './rule.ts'

/** Active takes anything; reducing only closing orders; flattening only the gateway's own. */
export const tradingState: Rule = ({ ticket }, view) => {
  const { trading } = view.state
  if (!view.venueReady()) {
    return explained('risk.state/venue')
  }
  if (trading.state === 'active') return undefined
  if (trading.state === 'reducing' && ticket.offset !== 'open') return undefined
  if (trading.state === 'flattening' && ticket.flattening && ticket.offset !== 'open') {
    return undefined
  }
  const { state, cause, reason } = trading
  return explained('risk.state/trading', { state, cause, why: sayingText(reason) })
}

export const tradableInstrument: Rule = ({ instrument }) =>
  instrument.tradable
    ? undefined
    : explained('risk.instrument/shown', {
        symbol: instrument.symbol,
        notes: sayingsText(instrument.notes),
      })

export const allowedInstrument: Rule = ({ instrument, limits }) =>
  limits.allowed.includes('*') || limits.allowed.includes(instrument.symbol)
    ? undefined
    : explained('risk.not-allowed/list', { symbol: instrument.symbol })

/** Continuous trading alone takes orders; a time that is no number is in no session. */
export const openSession: Rule = ({ ticket, instrument, now }, view) => {
  if (!Number.isFinite(now) || !Number.isFinite(ticket.createdAt)) {
    return explained('risk.session/times', { created: ticket.createdAt, now })
  }
  const phase = view.sessionPhase(instrument, now)
  return phase === 'continuous'
    ? undefined
    : explained('risk.session/phase', { symbol: instrument.symbol, phase })
}

/** Only what lowers exposure may be sent on an old price. */
export const freshQuote: Rule = ({ ticket, instrument, now }, view) => {
  if (ticket.offset !== 'open') return undefined
  const why = view.staleness(instrument, now)
  return why === undefined ? undefined : failure('risk.stale', `${instrument.symbol}: ${why}`)
}
