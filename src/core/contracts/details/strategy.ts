/** Why a strategy is not set as a person wants it. */
export const STRATEGY_DETAILS = {
  'config.value/not-set': '{person} could not set parameters of {strategy}: {fault}',
  'config.value/no-parameter': '{kind} knows no parameter {parameter}; it has {names}',
  'config.value/one-of': '{parameter} must be one of {names}, was {value}',
  'config.value/number': '{parameter} must be a number from {least} to {most}, was {value}',
  'config.value/whole': '{parameter} must be a whole number from {least} to {most}, was {value}',
  'command.shape/other-owner': '{person} set parameters of owner {owner}, which is not {strategy}',
  'command.epoch/earlier-life':
    'a {command} of {person} was for an earlier life of {strategy}: say it again',
} as const
