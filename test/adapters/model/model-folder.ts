import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { ModelManifest } from '../../../src/core/ports/index.ts'
import { seeded } from '../../../src/core/domain/index.ts'
import type { Network } from '../../../scripts/train/network.ts'
import { createNetwork, rounded } from '../../../scripts/train/network.ts'
import { INPUT, OUTPUT, writeOnnx } from '../../../scripts/train/onnx-file.ts'

export const FOUR = ['spread', 'top_imbalance', 'momentum_16', 'trade_sign'] as const

/** A network of four features that has learnt nothing. */
export const UNTAUGHT: Network = rounded(createNetwork([4, 5, 3], seeded(7)))

/** Bytes of an ONNX file and the manifest that tells the truth about them. */
export function modelOf(network: Network, features: readonly string[] = FOUR): Written {
  const bytes = writeOnnx(network, 'small')
  return {
    bytes,
    manifest: {
      format: 1,
      name: 'small',
      file: 'small.onnx',
      sha256: sha256(bytes),
      input: { name: INPUT, shape: [1, network[0]!.inputs] },
      output: { name: OUTPUT, shape: [1, network.at(-1)!.outputs] },
      features,
      normalisation: {
        mean: features.map((_, index) => index / 4),
        deviation: features.map((_, index) => 1 + index / 2),
      },
      labels: ['down', 'flat', 'up'],
      training: { rows: 0, made_by: 'a test' },
    },
  }
}

export interface Written {
  readonly bytes: Uint8Array
  readonly manifest: ModelManifest
}

/** An empty folder, gone when the test ends. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ghtrader-model-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Both files in a folder of their own. @returns the manifest's path. */
export function written({ bytes, manifest }: Written): string {
  const folder = emptyFolder()
  const path = join(folder, 'small.json')
  writeFileSync(path, JSON.stringify(manifest))
  writeFileSync(join(folder, 'small.onnx'), bytes)
  return path
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
