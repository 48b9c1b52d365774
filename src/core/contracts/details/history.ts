/** Why a question to the history is not answered. */
export const HISTORY_DETAILS = {
  'worker.lost/no-history': 'there is no history to be asked',
  'worker.lost/history-silent': '{name} is silent: nothing was asked',
  'worker.lost/history-unreached': 'the history process cannot be reached',
  'command.state/questions-of-all':
    '{most} questions wait for the history already: ask again in a moment',
  'command.state/questions-of-window':
    '{most} questions of this window wait for answers: ask after one came',
  'store.slow/no-answer': 'the history did not answer within {millis} ms: ask for less, or later',
} as const
