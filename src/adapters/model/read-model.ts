import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Failure } from '../../core/contracts/index.ts'
import { failure } from '../../core/contracts/index.ts'
import type { Result } from '../../core/domain/index.ts'
import { failed, ok } from '../../core/domain/index.ts'
import type { ModelManifest } from '../../core/ports/index.ts'
import { parseManifest } from './manifest.ts'

/** A model's files, read once: the bytes that were hashed are the bytes that are run. */
export interface ModelFiles {
  readonly manifest: ModelManifest
  /** Path of the ONNX file, for messages. */
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * Reads a manifest and the file beside it. Fails with `model.missing` where one cannot be read,
 * `model.manifest` where the manifest is not what it must be, `model.hash` where the file is not
 * the one that the manifest was written for.
 */
export async function readModel(
  manifestPath: string,
  labels: readonly string[],
): Promise<Result<ModelFiles, Failure>> {
  const read = await readBytes(manifestPath, 'the manifest of a model')
  if (!read.ok) return read
  const parsed = parseJson(read.value, manifestPath)
  if (!parsed.ok) return parsed
  const checked = parseManifest(parsed.value, manifestPath, labels)
  if (!checked.ok) return checked
  const manifest = checked.value
  const path = join(dirname(manifestPath), manifest.file)
  const model = await readBytes(path, `named as file in ${manifestPath}`)
  if (!model.ok) return model
  const bytes = model.value
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (sha256 === manifest.sha256) return ok({ manifest, path, bytes })
  return failed(
    failure(
      'model.hash',
      `${path} has the sha256 ${sha256}, ${manifestPath} says ${manifest.sha256}: ` +
        'one of the two was changed; put both back as they came, or make them again: npm run train',
    ),
  )
}

async function readBytes(path: string, what: string): Promise<Result<Uint8Array, Failure>> {
  try {
    return ok(await readFile(path))
  } catch (error) {
    const why = words(error)
    return failed(
      failure('model.missing', `${path}, ${what}, cannot be read (${why}): put the file there`),
    )
  }
}

function parseJson(bytes: Uint8Array, path: string): Result<unknown, Failure> {
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown)
  } catch (error) {
    const why = words(error)
    return failed(
      failure('model.manifest', `${path} is no JSON (${why}): put the manifest back as it came`),
    )
  }
}

export function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
