import { createHash } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { SpecHead } from '../../core/contracts/worker-spec.ts'
import { contentOf, replaceFile } from '../instance/durable-file.ts'
import type { ProcessMark } from '../instance/process-mark.ts'
import { isAlive, ownMark } from '../instance/process-mark.ts'
import { isRecord } from './shape.ts'

/** A worker that lives, as it wrote itself down in the runtime folder. */
export interface Registration extends ProcessMark {
  readonly name: string
  readonly version: string
  /** Of the whole spec: a worker that was told otherwise is not adopted. */
  readonly digest: string
}

const ENDING = '.worker.json'

/** What tells two specs apart. */
export function specDigest(spec: SpecHead): string {
  return createHash('sha256').update(JSON.stringify(spec)).digest('hex')
}

/** Writes this process down. @returns what strikes it out again. */
export function register(spec: SpecHead): () => void {
  const { name, version, runtime } = spec
  const path = join(runtime, `${name}${ENDING}`)
  const own: Registration = { ...ownMark(), name, version, digest: specDigest(spec) }
  replaceFile(path, JSON.stringify(own))
  return () => {
    if (contentOf(path) === JSON.stringify(own)) rmSync(path, { force: true })
  }
}

/** Every worker that is written down in a runtime folder and still lives. */
export function registrations(runtime: string): readonly Registration[] {
  return readdirSync(runtime)
    .filter((file) => file.endsWith(ENDING))
    .flatMap((file) => registrationOf(contentOf(join(runtime, file)) ?? '') ?? [])
    .filter(isAlive)
}

/** Undefined for what no worker wrote. */
function registrationOf(content: string): Registration | undefined {
  let value: unknown
  try {
    value = JSON.parse(content)
  } catch {
    return undefined
  }
  if (!isRecord(value)) return undefined
  const { pid, born, name, version, digest } = value
  if (!Number.isSafeInteger(pid) || typeof born !== 'string') return undefined
  if (typeof name !== 'string' || typeof version !== 'string' || typeof digest !== 'string') {
    return undefined
  }
  return { pid: Number(pid), born, name, version, digest }
}
