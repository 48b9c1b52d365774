import { join } from 'node:path'
import type { Failure } from '../../../core/contracts/index.ts'
import { sayingsText, sayingText } from '../../../core/contracts/index.ts'
import type { Micros, Result } from '../../../core/domain/index.ts'
import type { Settings } from '../config/index.ts'
import type { Instance, InstanceRequest } from '../../../adapters/instance/index.ts'
import type { Assembly } from './assembly.ts'
import { assemble } from './assembly.ts'
import type { Assigned } from '../../../core/strategies/assignments.ts'
import { assignStrategies } from '../../../core/strategies/assignments.ts'
import { openModels } from './inference.ts'
import type { Market } from '../../../adapters/market/market.ts'
import { tradableOf } from '../../../adapters/market/market.ts'
import type { Surroundings } from './prepared-run.ts'

export interface JoinRequest {
  readonly settings: Settings
  readonly surroundings: Surroundings
  readonly market: Market
  readonly openInstance: (request: InstanceRequest) => Result<Instance, Failure>
  /** Session time of the first messages. */
  readonly now: Micros
}

/**
 * Chooses strategies, opens the instance, its models and its books, and joins them. Whatever was
 * opened is closed again where a later step fails.
 */
export async function joinRun(request: JoinRequest): Promise<Result<Assembly, Failure>> {
  const { settings, surroundings, market, openInstance, now } = request
  const assigned = assignStrategies({
    ...settings,
    tradable: tradableOf(market),
    shippedModel: join(surroundings.resources, 'models/sim-direction.json'),
  })
  if (!assigned.ok) return assigned
  const { assignments } = assigned.value
  const { data, profile } = settings
  const instance = openInstance({ data, profile, owners: assignments.map(({ id }) => id) })
  if (!instance.ok) return instance
  const models = await openModels(assignments, surroundings.openModel)
  if (!models.ok) {
    instance.value.release()
    return models
  }
  const { disk } = surroundings
  const parts = { instance: instance.value, settings, market, assignments, models: models.value }
  const assembly = assemble({ ...parts, disk })
  if (!assembly.ok) {
    for (const model of models.value.values()) await model.close()
    instance.value.release()
    return assembly
  }
  announce(assembly.value, assigned.value, now)
  return assembly
}

/**
 * The first messages: what is only roughly known, left out, cut, and at last what was recovered.
 */
function announce(assembly: Assembly, { assignments, notes }: Assigned, now: Micros): void {
  const { log, market, warnings, recovered } = assembly
  for (const { symbol, exchange, notes: guesses } of new Set(
    assignments.map((each) => each.instrument),
  )) {
    if (exchange !== 'SIM' && guesses.length > 0)
      log.say(now, true, `${symbol}: ${sayingsText(guesses)}`)
  }
  for (const note of [...market.notes.map(sayingText), ...notes]) log.say(now, true, note)
  for (const { message } of warnings) log.say(now, false, message)
  if (recovered.text !== undefined) log.say(now, true, recovered.text)
}

/** Ends what `joinRun` began. */
export async function closeRun(assembly: Assembly): Promise<void> {
  await assembly.close()
  assembly.instance.release()
}
