/** Why a strategy's model is not used. */
export const MODEL_DETAILS = {
  'model.missing/manifest':
    '{path}, the manifest of a model, cannot be read ({said}): put the file there',
  'model.missing/named':
    '{path}, named as file in {manifest}, cannot be read ({said}): put the file there',
  'model.manifest/json': '{path} is no JSON ({said}): put the manifest back as it came',
  'model.manifest/file': '{path}: {fault}; mend it, or make the model again: npm run train',
  'model.manifest/feature': '{at} must be a feature of this version ({names}), was {value}',
  'model.manifest/twice': 'features names {feature} twice',
  'model.manifest/features': 'features has {count} entries, input.shape has room for {most}',
  'model.manifest/normalisation': '{member} has {count} entries for {wanted} features',
  'model.manifest/labels': 'labels has {count} entries, output.shape has room for {most}',
  'model.manifest/order': 'labels must be {names} in this order, was {found}',
  'model.hash/differs':
    '{path} has the sha256 {found}, {manifest} says {wanted}: one of the two was changed; put both back as they came, or make them again: npm run train',
  'model.unreadable/onnx': '{path} is no ONNX model that can be run here ({said}): export it anew',
  'model.shape/features': 'the model {model} was given {count} features, must be all {wanted}',
  'model.shape/network': '{path}: {fault}; mend the manifest, or export the model anew',
  'model.shape/several': 'the network has {count} {side}s ({names}), must have one',
  'model.shape/name': "the manifest's {part}.name is {told}, the network calls it {found}",
  'model.shape/no-tensor': "the network's {side} is no tensor",
  'model.shape/type': "the network's {side} is {type}, must be float32",
  'model.shape/width': "the manifest's {part}.shape is {told}, the network's is {found}",
  'model.output/closed': 'the model {model} was asked after it was closed',
  'model.output/no-answer': 'the model {model} gave no answer ({said})',
  'model.output/count':
    'the model {model} cannot be used: its answer is not {wanted} numbers of 32 bits, must be from 0 to 1 and add up to 1; check its last layer and what it is given',
  'model.output/probability':
    'the model {model} cannot be used: the probability of {label} was {value}, must be from 0 to 1 and add up to 1; check its last layer and what it is given',
  'model.output/sum':
    'the model {model} cannot be used: the probabilities add up to {sum}, must be from 0 to 1 and add up to 1; check its last layer and what it is given',
} as const
