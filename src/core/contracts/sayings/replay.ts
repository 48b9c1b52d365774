/** What a person should know of a replay, and why what was asked of one is not done. */
export const REPLAY_SAYINGS = {
  'replay.left-out': 'left out: {failure}',
  'replay.no-quote': 'left out: {path} holds no quote that can be read',
  'replay.untraded': '{symbol} is shown, not traded: {notes}',
  'replay.no-limits': 'no price limits are recorded for {symbol}: that one rule stands aside',
  'replay.no-limits-of':
    'no price limits are recorded for {symbol} and {count} more: that one rule stands aside',
  'replay.more': 'and {count} more',
  'replay.bad-step': 'a step is a whole number of quotes from 1 on, was {value}',
  'replay.bad-speed': 'a speed is a number above 0, was {value}',
  'replay.back': 'time cannot go back: begin a new run to see what was before',
  'replay.over': 'the recording is over: begin a new run to see it again',
} as const
