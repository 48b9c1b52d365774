import { join } from 'node:path'
import { raiseEpoch } from '../../src/adapters/instance/counters.ts'
import { folderFailure, makePrivateFolder } from '../../src/adapters/instance/durable-file.ts'
import { openOnnxModel } from '../../src/adapters/model/index.ts'
import type { Station, Surroundings } from '../../src/adapters/station/index.ts'
import { openStation } from '../../src/adapters/station/index.ts'
import type { Failure } from '../../src/core/contracts/index.ts'
import { failure } from '../../src/core/contracts/index.ts'
import type { StrategySpec } from '../../src/core/contracts/worker-spec.ts'
import type { Epoch, Result } from '../../src/core/domain/index.ts'
import { failed, ok } from '../../src/core/domain/index.ts'
import type { Model } from '../../src/core/ports/index.ts'
import type { Parameters, StrategyDefinition } from '../../src/core/strategies/index.ts'
import { STRATEGIES, checkParameters, strategyOf } from '../../src/core/strategies/index.ts'
import { joinStrategy } from './join-strategy.ts'
import { strategyFolder } from './strategy-folder.ts'

/**
 * Reads the setting, opens the model and both doors, and begins to follow the gateway. Fails with
 * `config.value` for a wrong setting and with the model's own codes for a wrong model.
 *
 * @param openModel by the path of its manifest; a test brings its own.
 */
export async function startStrategy(
  spec: StrategySpec,
  surroundings: Surroundings,
  openModel: (manifest: string) => Promise<Result<Model, Failure>> = openOnnxModel,
): Promise<Result<Station, Failure>> {
  const read = readSetting(spec)
  if (!read.ok) return read
  const { definition, parameters } = read.value
  let model: Model | undefined
  if (definition.needsModel) {
    const shipped = join(spec.resources, 'models', 'sim-direction.json')
    const opened = await openModel(spec.setting.model ?? shipped)
    if (!opened.ok) return opened
    model = opened.value
  }
  const epoch = raiseOwnEpoch(spec)
  const opened = epoch.ok ? await openStation(spec, epoch.value, surroundings) : epoch
  if (!opened.ok) {
    await model?.close()
    return opened
  }
  joinStrategy({ spec, definition, parameters, model }, opened.value)
  return ok(opened.value.station)
}

function readSetting({
  setting,
}: StrategySpec): Result<
  { readonly definition: StrategyDefinition; readonly parameters: Parameters },
  Failure
> {
  const definition = strategyOf(setting.kind)
  if (definition === undefined) {
    const kinds = STRATEGIES.map(({ kind }) => kind).join(', ')
    const words = `${setting.id}: no strategy is of kind ${setting.kind}; there are ${kinds}`
    return failed(failure('config.value', words))
  }
  const parameters = checkParameters(definition, setting.parameters)
  return parameters.ok ? ok({ definition, parameters: parameters.value }) : parameters
}

function raiseOwnEpoch(spec: StrategySpec): Result<Epoch, Failure> {
  const folder = strategyFolder(spec)
  try {
    makePrivateFolder(folder)
    return raiseEpoch(folder)
  } catch (error) {
    return failed(folderFailure(folder, error))
  }
}
