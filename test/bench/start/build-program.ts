import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'electron-vite'
import { build as bundle } from 'vite'

const project = resolve(import.meta.dirname, '../../..')
/** Below the project, as the program looks for its packages upward from its own place. */
const place = join(project, '.cache/bench-start')

export interface BuiltPrograms {
  /** The workstation under plain Node. */
  readonly workstation: string
  readonly floor: string
}

/**
 * Builds the program as it is shipped into a folder of its own: what others start stays as it is.
 */
export async function buildPrograms(): Promise<BuiltPrograms> {
  rmSync(place, { recursive: true, force: true })
  mkdirSync(place, { recursive: true })
  for (const name of ['resources', 'package.json'])
    symlinkSync(join(project, name), join(place, name))
  const out = join(place, 'out')
  await build({
    root: project,
    configFile: join(project, 'electron.vite.config.ts'),
    logLevel: 'error',
    build: { outDir: out, emptyOutDir: true },
  })
  await bundle({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'floor-process.ts'),
      outDir: join(place, 'floor'),
      emptyOutDir: true,
    },
  })
  return {
    workstation: join(out, 'main/headless.js'),
    floor: join(place, 'floor/floor-process.js'),
  }
}
