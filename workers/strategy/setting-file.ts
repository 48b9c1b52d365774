import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { contentOf, folderFailure, replaceFile } from '../../src/adapters/instance/durable-file.ts'
import type { Failure, Saying } from '../../src/core/contracts/index.ts'
import { saying } from '../../src/core/contracts/index.ts'
import type { Result } from '../../src/core/domain/index.ts'
import { failed, ok } from '../../src/core/domain/index.ts'
import type { Parameters } from '../../src/core/strategies/index.ts'

const NAME = 'setting.json'
const VERSION = 1

/** What persons changed of a strategy, as it lies on the disk. */
export interface KeptSetting {
  readonly kind: string
  /** What the config said then, complete: where it says something else now, the config is newer. */
  readonly configured: Parameters
  /** Those that were set to something else. */
  readonly parameters: Parameters
  /** Who set them last; empty where nobody did. */
  readonly setBy: string
  /** Who paused it; empty where it is not paused. */
  readonly pausedBy: string
}

/** Fails with what is wrong with the file, which is left as it is. Undefined without one. */
export function readKept(folder: string): Result<KeptSetting | undefined, Saying> {
  const path = join(folder, NAME)
  try {
    const content = contentOf(path)
    if (content === undefined) return ok(undefined)
    const kept: unknown = JSON.parse(content)
    return isKept(kept) ? ok(kept) : failed(saying('strategy.file-wrong', { file: path }))
  } catch (error) {
    const values = { file: path, trouble: String(error) }
    return failed(saying('strategy.file-unreadable', values))
  }
}

/** Durable when it returns; whole or not at all. */
export function keepSetting(folder: string, kept: KeptSetting): Failure | undefined {
  const path = join(folder, NAME)
  try {
    replaceFile(path, `${JSON.stringify({ version: VERSION, ...kept }, undefined, 2)}\n`)
    return undefined
  } catch (error) {
    return folderFailure(path, error)
  }
}

/** @returns where it is now, for who wants to look into it; undefined where it cannot be moved. */
export function setAside(folder: string, life: number): string | undefined {
  const path = join(folder, NAME)
  const aside = `${path}.broken-${life}`
  try {
    renameSync(path, aside)
    return aside
  } catch {
    return undefined
  }
}

function isKept(value: unknown): value is KeptSetting {
  if (typeof value !== 'object' || value === null) return false
  const { version, kind, configured, parameters, setBy, pausedBy } = value as Record<
    string,
    unknown
  >
  return (
    version === VERSION &&
    [kind, setBy, pausedBy].every((each) => typeof each === 'string') &&
    [configured, parameters].every(areParameters)
  )
}

function areParameters(value: unknown): value is Parameters {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.values(value).every((each) => ['number', 'string'].includes(typeof each))
}
