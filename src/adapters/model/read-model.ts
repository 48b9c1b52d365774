import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Failure } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'
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
  const read = await readBytes(manifestPath, (said) =>
    explained('model.missing/manifest', { path: manifestPath, said }),
  )
  if (!read.ok) return read
  const parsed = parseJson(read.value, manifestPath)
  if (!parsed.ok) return parsed
  const checked = parseManifest(parsed.value, manifestPath, labels)
  if (!checked.ok) return checked
  const manifest = checked.value
  const path = join(dirname(manifestPath), manifest.file)
  const model = await readBytes(path, (said) =>
    explained('model.missing/named', { path, manifest: manifestPath, said }),
  )
  if (!model.ok) return model
  const bytes = model.value
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (sha256 === manifest.sha256) return ok({ manifest, path, bytes })
  return failed(
    explained('model.hash/differs', {
      path,
      found: sha256,
      manifest: manifestPath,
      wanted: manifest.sha256,
    }),
  )
}

async function readBytes(
  path: string,
  missing: (said: string) => Failure,
): Promise<Result<Uint8Array, Failure>> {
  try {
    return ok(await readFile(path))
  } catch (error) {
    return failed(missing(words(error)))
  }
}

function parseJson(bytes: Uint8Array, path: string): Result<unknown, Failure> {
  try {
    return ok(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown)
  } catch (error) {
    return failed(explained('model.manifest/json', { path, said: words(error) }))
  }
}

export function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
