/** What strategies say of themselves, of how they are set, and of what led to a decision. */
export const STRATEGY_SAYINGS = {
  'strategy.not-offered': '{strategy} does not trade {symbol}: {gateway} does not offer it',
  'strategy.missed': 'missed words of {gateway}: decides nothing until it knows how things stand',
  'strategy.new-life':
    '{gateway} begins another life: decides nothing until it knows how things stand',
  'strategy.follows-again': 'follows the gateway again',
  'strategy.paused-by': '{person} paused {strategy}: what it wanted stands',
  'strategy.resumed-by': '{person} resumed {strategy}',
  'strategy.set-by': '{person} set parameters of {strategy}: {changes}',
  'strategy.set-alike': '{person} set parameters of {strategy}: nothing changed',
  'strategy.not-kept': '{done}, but only until it ends: {failure}',
  'strategy.goes-on': '{strategy} goes on as {person} set it: {changes}',
  'strategy.config-newer':
    '{strategy} is set by the config, which was changed since {person} set {names}',
  'strategy.still-paused': '{strategy} is still paused by {person}',
  'strategy.setting-lost': '{trouble}: it is set as the config says, {strategy} is paused',
  'strategy.setting-aside':
    '{trouble}: set aside as {file}, it is set as the config says, {strategy} is paused',
  'strategy.setting-stays': '{trouble}: {failure}, {strategy} is paused',
  'strategy.file-wrong': '{file} does not hold what it should',
  'strategy.file-unreadable': '{file} cannot be read ({trouble})',
  'change.paused': 'paused',
  'change.resumed': 'resumed',
  'change.parameters': '{changes}',
  'why.imbalance': 'top {top}, five levels {levels}, flow {flow} lots',
  'why.model': 'down {down}, up {up}',
} as const
