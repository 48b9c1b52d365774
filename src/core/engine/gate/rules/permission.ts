import { failure, sayingText, sayingsText } from '../../../contracts/index.ts'
import type { Rule } from './rule.ts'

/** Active takes anything; reducing only closing orders; flattening only the gateway's own. */
export const tradingState: Rule = ({ ticket }, view) => {
  const { trading } = view.state
  if (!view.venueReady()) {
    return failure('risk.state', 'the venue is not connected; wait until it has answered')
  }
  if (trading.state === 'active') return undefined
  if (trading.state === 'reducing' && ticket.offset !== 'open') return undefined
  if (trading.state === 'flattening' && ticket.flattening && ticket.offset !== 'open') {
    return undefined
  }
  const why = sayingText(trading.reason)
  return failure('risk.state', `trading is ${trading.state} (${trading.cause}): ${why}`)
}

export const tradableInstrument: Rule = ({ instrument }) =>
  instrument.tradable
    ? undefined
    : failure(
        'risk.instrument',
        `${instrument.symbol} is shown but not traded: ${sayingsText(instrument.notes)}`,
      )

export const allowedInstrument: Rule = ({ instrument, limits }) =>
  limits.allowed.includes('*') || limits.allowed.includes(instrument.symbol)
    ? undefined
    : failure(
        'risk.not-allowed',
        `${instrument.symbol} is not on the account's list of allowed instruments`,
      )

/** Continuous trading alone takes orders; a time that is no number is in no session. */
export const openSession: Rule = ({ ticket, instrument, now }, view) => {
  if (!Number.isFinite(now) || !Number.isFinite(ticket.createdAt)) {
    return failure('risk.session', `the order of ${ticket.createdAt} is looked at at ${now}`)
  }
  const phase = view.sessionPhase(instrument, now)
  return phase === 'continuous'
    ? undefined
    : failure('risk.session', `${instrument.symbol} is not in continuous trading: ${phase}`)
}

/** Only what lowers exposure may be sent on an old price. */
export const freshQuote: Rule = ({ ticket, instrument, now }, view) => {
  if (ticket.offset !== 'open') return undefined
  const why = view.staleness(instrument, now)
  return why === undefined ? undefined : failure('risk.stale', `${instrument.symbol}: ${why}`)
}
