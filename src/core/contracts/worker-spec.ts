import { MODES } from './modes.ts'
import type { Mode } from './modes.ts'
import { failure } from './errors.ts'
import type { Failure } from './errors.ts'
import { failed, ok } from '../domain/result.ts'
import type { Result } from '../domain/result.ts'

/** The five kinds of long-lived process; each has a folder and a bundle of its name. */
export const WORKERS = ['gateway', 'strategy', 'exchange', 'history', 'watchdog'] as const
export type WorkerKind = (typeof WORKERS)[number]

/**
 * What a worker is told at birth, as its one JSON argument:
 * `{"worker":"gateway","mode":"simulated","profile":"default"}`
 */
export interface WorkerSpec {
  readonly worker: WorkerKind
  readonly mode: Mode
  readonly profile: string
}

const FIELDS = ['worker', 'mode', 'profile'] as const
const PROFILE = /^[a-z0-9_]{1,24}$/

/** Reads the arguments of a worker strictly: exactly one, exactly these fields, all of them valid. */
export function readWorkerSpec(
  worker: WorkerKind,
  parameters: readonly string[],
): Result<WorkerSpec, Failure> {
  if (parameters.length !== 1)
    return refused(worker, `${parameters.length} arguments were given, where one is needed`)
  const value = parsed(parameters[0] ?? '')
  if (value === undefined) return refused(worker, 'the argument was no JSON object')
  const unknown = Object.keys(value).find((name) => !FIELDS.some((field) => field === name))
  if (unknown !== undefined) return refused(worker, `the field "${unknown}" is unknown`)
  const mode = MODES.find((name) => name === value['mode'])
  const profile = value['profile']
  if (value['worker'] !== worker)
    return refused(worker, `"worker" was ${JSON.stringify(value['worker'])}, not "${worker}"`)
  if (mode === undefined) return refused(worker, `"mode" was none of ${MODES.join(', ')}`)
  if (typeof profile !== 'string' || !PROFILE.test(profile))
    return refused(worker, '"profile" was not a short name of a–z, 0–9 and _')
  return ok({ worker, mode, profile })
}

function refused(worker: WorkerKind, what: string): Result<never, Failure> {
  const example = JSON.stringify({ worker, mode: 'simulated', profile: 'default' })
  return failed(
    failure('config.value', `${worker}: ${what}; give one JSON argument such as ${example}`),
  )
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}
