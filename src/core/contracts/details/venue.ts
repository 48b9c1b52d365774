/** Why the built-in exchange turns something down. Another venue's words stay as it said them. */
export const VENUE_DETAILS = {
  'venue.unknown-instrument/not-listed':
    'order {order} names instrument {instrument}, which this exchange does not list',
  'venue.unknown-instrument/shown': '{symbol} is shown but not traded: {notes}',
  'venue.closed/ended': '{symbol} ended on {day}',
  'venue.closed/session': '{symbol} is not in a trading session',
  'venue.kind/not-taken': '{symbol} takes {kinds} orders, not {kind}',
  'venue.volume/range': '{symbol} takes 1 to {most} lots in a {kind} order, was {volume}',
  'venue.off-tick/between':
    'the limit of order {order} must be a whole number of ticks of {tick}, was {limit}',
  'venue.price-limit/outside':
    '{symbol} trades from tick {lower} to tick {upper} today, was {limit}',
  'venue.close-volume/free':
    '{symbol}: {offset} of {volume} lots, but {free} are free ({held} held, {today} of today, {frozen} under closing orders)',
  'venue.funds/needs':
    'order {order} needs {cost} fen of margin and fee, available are {available}',
  'venue.fenced/order': 'order {order} is of epoch {epoch}, epoch {fence} has taken over',
  'venue.fenced/reset': 'a reset of epoch {epoch}: epoch {fence} has taken over',
  'venue.not-found/void': 'order {order} was asked for before it came: it is void',
  'venue.not-found/never': 'the venue never had it, and never will',
  'venue.not-found/accepted': 'accepted by a person',
  'venue.not-found/reset': 'the venue never had it: the account is as it was, ask again',
  'command.state/reset-trades':
    'the account cannot begin anew: orders that work: {orders}, instruments that are held: {held}',
} as const
