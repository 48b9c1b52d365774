import { join } from 'node:path'
import type { Failure } from '../../../core/contracts/index.ts'
import { DEFAULT_LIMITS } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { ok } from '../../../core/domain/index.ts'
import { readConfigFile } from './config-file.ts'
import { readEnvironment, variableOf } from './environment.ts'
import type { Flags } from './flags.ts'
import { readFlags } from './flags.ts'
import type { Surroundings } from './folders.ts'
import { configFolder, dataFolder } from './folders.ts'
import { OPTIONS } from './options.ts'
import type { SettingName, Settings } from './settings.ts'
import { checkedValue, valueOfText } from './values.ts'

/** What a command line asks for. */
export type Request =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'trade'; readonly settings: Settings }

/** Command line before environment before config file before defaults. */
export function readConfig(
  args: readonly string[],
  surroundings: Surroundings,
): Result<Request, Failure> {
  const flags = readFlags(args)
  if (!flags.ok) return flags
  if (flags.value.values.has('help')) return ok({ kind: 'help' })
  if (flags.value.values.has('version')) return ok({ kind: 'version' })
  const variables = readEnvironment(surroundings.environment)
  if (!variables.ok) return variables
  const named = flags.value.values.get('config') ?? variables.value.get('config')
  const path = named ?? join(configFolder(surroundings), 'ghtrader.json')
  const file = readConfigFile(path, named !== undefined)
  if (!file.ok) return file
  const told = toldSettings(flags.value, variables.value, surroundings.folder)
  if (!told.ok) return told
  return ok({
    kind: 'trade',
    settings: {
      ...defaults(surroundings),
      ...file.value,
      ...told.value,
      ...(flags.value.values.has('terminal') && { noElectron: true, noOpen: true }),
    },
  })
}

function toldSettings(
  flags: Flags,
  variables: ReadonlyMap<string, string>,
  folder: string,
): Result<Partial<Settings>, Failure> {
  const settings: Partial<Record<SettingName, unknown>> = {}
  for (const [name, option] of Object.entries(OPTIONS)) {
    const { flag } = option
    const given = flags.values.get(flag)
    const text = given ?? variables.get(flag)
    const fromPaths = name === 'replay' && flags.paths.length > 0
    if (text === undefined && !fromPaths) continue
    const value = fromPaths ? flags.paths : valueOfText(option, text ?? '')
    const where = given === undefined && !fromPaths ? variableOf(flag) : `--${flag}`
    const checked = checkedValue(option, value, where, folder)
    if (!checked.ok) return checked
    settings[name as SettingName] = checked.value
  }
  return ok(settings as Partial<Settings>)
}

function defaults(surroundings: Surroundings): Settings {
  return {
    replay: [],
    speed: 1,
    symbol: '',
    data: dataFolder(surroundings),
    profile: 'default',
    seed: 1,
    rate: 100,
    fillRule: 'conservative',
    latencyMs: 0,
    cash: 10_000_000,
    seconds: Infinity,
    noModel: false,
    oneProcess: false,
    redis: '',
    questdb: '',
    questdbPg: '',
    noElectron: false,
    noOpen: false,
    noWeb: false,
    webPort: 0,
    runtime: '',
    silenceMs: 1000,
    strategies: undefined,
    limits: DEFAULT_LIMITS,
  }
}
