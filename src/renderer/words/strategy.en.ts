export const EN = {
  'strategy.none': 'No strategy runs: name some under `strategies` in the config file.',
  'strategy.silent': '{name} is not heard for {age}; what is shown is as of then.',
  'strategy.target': 'Target',
  'strategy.actual': 'Actual',
  'strategy.paused': 'Paused',
  'strategy.running': 'Running',
  'strategy.start': 'Start',
  'strategy.pause': 'Pause',
  'strategy.undecided': 'It has decided nothing yet.',
  'strategy.last-decision': 'Last decision',
  'strategy.why': 'Why: the decision of {at}',
  'strategy.feature': 'Feature',
  'strategy.push': 'Push',
  'strategy.push-lots': 'Push, lots',
  'strategy.push-points': 'Push, %',
  'strategy.push-of-model':
    'Push: what the probability of {label} ({base} %) would lose, in percentage points, if this one feature were at its training mean. Pushes need not add up; – is not read.',
  'strategy.push-of-rule':
    'Push: what the target ({base} lots) would lose if this one feature were 0. Pushes need not add up; – is not read.',
  'strategy.push-none':
    'No push is told yet: it is worked out after the decision, while a window looks, and never in a replay.',
  'strategy.value': 'Value',
  'strategy.parameters': 'Parameters',
  'strategy.set': 'Set',
  'strategy.number': 'a number is wanted',
} as const
