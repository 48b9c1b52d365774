/** Why a strategy's model is not used. */
export const MODEL_DETAILS = {
  'model.missing/manifest':
    '{path}, the manifest of a model, cannot be read ({said}): put the file there',
  'model.missing/named':
    '{path}, named as file in {manifest}, cannot be read ({said}): put the file there',
  'model.manifest/json': '{path} is no JSON ({said}): put the manifest back as it came',
  'model.hash/differs':
    '{path} has the sha256 {found}, {manifest} says {wanted}: one of the two was changed; put both back as they came, or make them again: npm run train',
  'model.unreadable/onnx': '{path} is no ONNX model that can be run here ({said}): export it anew',
  'model.shape/features': 'the model {model} was given {count} features, must be all {wanted}',
  'model.output/closed': 'the model {model} was asked after it was closed',
  'model.output/no-answer': 'the model {model} gave no answer ({said})',
  'model.output/count':
    'the model {model} cannot be used: its answer is not {wanted} numbers of 32 bits, must be from 0 to 1 and add up to 1; check its last layer and what it is given',
  'model.output/probability':
    'the model {model} cannot be used: the probability of {label} was {value}, must be from 0 to 1 and add up to 1; check its last layer and what it is given',
  'model.output/sum':
    'the model {model} cannot be used: the probabilities add up to {sum}, must be from 0 to 1 and add up to 1; check its last layer and what it is given',
} as const
