import { createHash } from 'node:crypto'
import type { Instrument } from '../../src/core/domain/index.ts'
import { FEATURE_NAMES } from '../../src/core/engine/features/index.ts'
import type { ModelManifest } from '../../src/core/ports/index.ts'
import type { Evaluation } from './evaluation.ts'
import { CLASSES, evaluate } from './evaluation.ts'
import type { Network } from './network.ts'
import { rounded } from './network.ts'
import type { Normalisation } from './normalisation.ts'
import { normalisationOf, normalised } from './normalisation.ts'
import { INPUT, OUTPUT, writeOnnx } from './onnx-file.ts'
import type { TrainingPlan } from './plan.ts'
import type { Samples } from './samples.ts'
import { joined, marketSamples } from './samples.ts'
import type { Epoch } from './train-network.ts'
import { trainNetwork } from './train-network.ts'

export interface TrainedModel {
  /** The ONNX file. */
  readonly file: Uint8Array
  readonly manifest: ModelManifest
  /** On markets that nothing was learnt or chosen from. */
  readonly test: Evaluation
}

/** Trains as planned and makes both files; nothing is written. */
export function trainModel(
  plan: TrainingPlan,
  instruments: readonly Instrument[],
  onEpoch?: (epoch: Epoch) => void,
): TrainedModel {
  const market = (seeds: readonly number[]): Samples =>
    joined(seeds.map((seed) => marketSamples(instruments, seed, plan.minutes, plan.question)))
  const training = market(plan.trainingSeeds)
  const normalisation = normalisationOf(training)
  const examples = ({ features, labels }: Samples) => ({
    rows: normalised(features, normalisation),
    labels,
  })
  const validation = market(plan.validationSeeds)
  const trained = trainNetwork(examples(training), examples(validation), plan.rules, onEpoch)
  const network = rounded(trained.network)
  const seen = market(plan.testSeeds)
  const test = evaluate(network, normalised(seen.features, normalisation), seen.labels, seen.moves)
  const file = writeOnnx(network, plan.name)
  const facts = {
    ...factsOf(plan, instruments),
    rows: training.count,
    best_epoch: trained.best.number,
    test_rows: test.rows,
    test_accuracy: share(test.accuracy),
    test_majority: share(test.majority),
    test_balanced_accuracy: share(test.balanced),
  }
  return { file, manifest: manifestOf(plan.name, network, file, normalisation, facts), test }
}

/** The plan as a manifest tells it, and what the market was like when it was carried out. */
export function factsOf(
  plan: TrainingPlan,
  instruments: readonly Instrument[],
): ModelManifest['training'] {
  const { question, rules } = plan
  return {
    made_by: 'npm run train',
    market: instruments.map(({ symbol }) => symbol).join(' '),
    market_fingerprint: fingerprint(plan, instruments),
    horizon_ticks: question.horizon,
    threshold_price_ticks: question.threshold,
    minutes_a_seed: plan.minutes,
    training_seeds: plan.trainingSeeds.join(' '),
    validation_seeds: plan.validationSeeds.join(' '),
    test_seeds: plan.testSeeds.join(' '),
    hidden_layers: rules.hidden.join(' '),
    epochs: rules.epochs,
    batch: rules.batch,
    rate: rules.rate,
    seed: rules.seed,
  }
}

/**
 * Tells whether a market and its features are still those that a model was trained on: a hash of
 * five minutes of them.
 */
function fingerprint(plan: TrainingPlan, instruments: readonly Instrument[]): string {
  const { features } = marketSamples(instruments, plan.trainingSeeds[0]!, 5, plan.question)
  return sha256(new Uint8Array(features.buffer)).slice(0, 16)
}

function manifestOf(
  name: string,
  network: Network,
  file: Uint8Array,
  normalisation: Normalisation,
  training: ModelManifest['training'],
): ModelManifest {
  return {
    format: 1,
    name,
    file: `${name}.onnx`,
    sha256: sha256(file),
    input: { name: INPUT, shape: [1, network[0]!.inputs] },
    output: { name: OUTPUT, shape: [1, CLASSES.length] },
    features: FEATURE_NAMES,
    normalisation,
    labels: CLASSES,
    training,
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function share(value: number): number {
  return Number(value.toFixed(4))
}
