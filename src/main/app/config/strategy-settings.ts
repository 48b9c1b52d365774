import { isAbsolute, resolve } from 'node:path'
import type { Failure } from '../../../core/contracts/index.ts'
import { failure } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'
import { STRATEGIES, checkParameters, strategyOf } from '../../../core/strategies/index.ts'
import type { StrategySetting } from './settings.ts'
import { isListOfText, isRecord } from './shapes.ts'

/** Who speaks for a person: no strategy may look like one. */
const PERSONS = new Set(['hand', 'main'])
const MEMBERS = ['id', 'kind', 'instruments', 'parameters', 'model']

/** Checks `strategies` of a config file; every failure names the file and the entry. */
export function readStrategies(
  value: unknown,
  file: string,
  folder: string,
): Result<readonly StrategySetting[], Failure> {
  if (!Array.isArray(value)) return refused(`${file}: strategies must be a list`)
  const settings: StrategySetting[] = []
  for (const [index, entry] of value.entries()) {
    const where = `${file}: strategies[${index}]`
    const setting = readStrategy(entry, where, folder)
    if (!setting.ok) return setting
    if (settings.some(({ id }) => id === setting.value.id)) {
      return refused(`${where}.id is ${setting.value.id}, like an entry before it; name each once`)
    }
    settings.push(setting.value)
  }
  return ok(settings)
}

function readStrategy(
  entry: unknown,
  where: string,
  folder: string,
): Result<StrategySetting, Failure> {
  if (!isRecord(entry)) return refused(`${where} must be an object`)
  const strange = Object.keys(entry).find((name) => !MEMBERS.includes(name))
  if (strange !== undefined) {
    return refused(`${where} has the unknown member ${strange}; it may have ${MEMBERS.join(', ')}`)
  }
  const { id, kind, instruments, parameters = {}, model } = entry
  if (typeof id !== 'string' || !/^[a-z0-9_]{1,24}$/.test(id) || PERSONS.has(id)) {
    return refused(`${where}.id must be 1 to 24 of a–z, 0–9 and _, and neither hand nor main`)
  }
  const definition = typeof kind === 'string' ? strategyOf(kind) : undefined
  if (definition === undefined) {
    const kinds = STRATEGIES.map((each) => each.kind).join(', ')
    return refused(`${where}.kind must be one of ${kinds}, was ${JSON.stringify(kind)}`)
  }
  if (instruments !== undefined && !isListOfText(instruments)) {
    return refused(`${where}.instruments must be a list of symbols such as SIM.ag`)
  }
  if (model !== undefined && typeof model !== 'string') {
    return refused(`${where}.model must be the path of a model's manifest`)
  }
  if (!isRecord(parameters)) return refused(`${where}.parameters must be an object`)
  const checked = checkParameters(definition, parameters)
  if (!checked.ok) return refused(`${where}: ${checked.error.message}`)
  return ok({
    id,
    kind: definition.kind,
    instruments,
    parameters: checked.value,
    model: model === undefined || isAbsolute(model) ? model : resolve(folder, model),
  })
}

function refused(message: string): { readonly ok: false; readonly error: Failure } {
  return failed(failure('config.value', message))
}
