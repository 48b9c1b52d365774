import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Failure } from '../../../core/contracts/index.ts'
import { failure } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'
import { readLimits } from './limit-settings.ts'
import { modeRefusal } from './mode-words.ts'
import { nearestWords } from './nearest.ts'
import { OPTIONS } from './options.ts'
import type { SettingName, Settings } from './settings.ts'
import { isRecord } from './shapes.ts'
import { readStrategies } from './strategy-settings.ts'
import { checkedValue } from './values.ts'

/** What the parser quotes of the text: a password may stand there. */
const QUOTED = /, (\.\.\.)?".*$/s

/**
 * The settings of a config file. A file that nobody asked for may be absent; else it fails with
 * `config.file` where it cannot be read or is no JSON, with `config.value` for a member that is
 * unknown or of another type.
 */
export function readConfigFile(
  path: string,
  mustExist: boolean,
): Result<Partial<Settings>, Failure> {
  const content = readContent(path, mustExist)
  if (!content.ok) return content
  const settings: Partial<Record<keyof Settings, unknown>> = {}
  const folder = dirname(path)
  for (const [name, value] of Object.entries(content.value)) {
    if (name === 'mode') return failed(modeRefusal(`${path}: mode`, String(value)))
    const read =
      name === 'strategies'
        ? readStrategies(value, path, folder)
        : name === 'limits'
          ? readLimits(value, path)
          : isSetting(name)
            ? checkedValue(OPTIONS[name], value, `${path}: ${name}`, folder)
            : failed(unknown(path, name))
    if (!read.ok) return read
    settings[name as keyof Settings] = read.value
  }
  return ok(settings as Partial<Settings>)
}

function readContent(
  path: string,
  mustExist: boolean,
): Result<Readonly<Record<string, unknown>>, Failure> {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    if (code === 'ENOENT' && !mustExist) return ok({})
    const message = `${path} cannot be read (${code}): correct the path, or the rights to it`
    return failed(failure('config.file', message))
  }
  try {
    const value: unknown = JSON.parse(text)
    if (isRecord(value)) return ok(value)
    return failed(failure('config.file', `${path} must hold one JSON object: { "seed": 7 }`))
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    const safe = words.replace(QUOTED, '')
    return failed(failure('config.file', `${path} is no JSON (${safe}): correct it`))
  }
}

function isSetting(name: string): name is SettingName {
  return Object.hasOwn(OPTIONS, name)
}

function unknown(path: string, name: string): Failure {
  const known = [...Object.keys(OPTIONS), 'strategies', 'limits']
  const near = nearestWords(name, known)
  const hint = near.length > 0 ? near.join(' or ') : known.join(', ')
  return failure('config.value', `${path}: ${name} is no setting; did you mean ${hint}?`)
}
