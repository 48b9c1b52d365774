import {
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { builtinModules } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { rolldown } from 'rolldown'

/** Packages that bring native code of their own stay outside, and are found as ever. */
const OUTSIDE = new Set(['electron', 'zeromq', 'onnxruntime-node', ...builtinModules])

/** What an old Electron's main process and page understand. */
const MAIN = { target: 'es2020', format: 'cjs', platform: 'node' } as const
const PRELOAD = { target: 'es2020', format: 'cjs', platform: 'node' } as const
const PAGE = { target: 'es2020', format: 'es', platform: 'browser' } as const

const project = resolve(import.meta.dirname, '../../..')

async function bundle(
  input: string,
  file: string,
  { target, format, platform }: typeof MAIN | typeof PRELOAD | typeof PAGE,
): Promise<void> {
  // The page's chunks go on to find each other; what the rewriting itself brings comes along.
  const external = (id: string, from?: string): boolean =>
    format === 'es' ? id.startsWith('./') && from === input : OUTSIDE.has(id.replace(/^node:/, ''))
  const build = await rolldown({
    input,
    platform,
    external,
    transform: { target },
    treeshake: false,
    logLevel: 'silent',
  })
  await build.write({ file, format, codeSplitting: false })
  await build.close()
}

/**
 * Rewrites what was built for an old Electron, which stands in for the one that the workstation is
 * made for where that cannot be had. Workers are not touched: they run under this very Node.
 */
export async function lower(into: string): Promise<void> {
  const from = join(project, 'out')
  const out = join(into, 'out')
  rmSync(into, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  await bundle(join(from, 'main/index.js'), join(out, 'main/index.js'), MAIN)
  await bundle(join(from, 'preload/index.cjs'), join(out, 'preload/index.cjs'), PRELOAD)
  cpSync(join(from, 'renderer'), join(out, 'renderer'), { recursive: true })
  const assets = join(out, 'renderer/assets')
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'))
  for (const name of scripts) await bundle(join(assets, name), join(assets, name), PAGE)
  const missing = resolve(project, 'node_modules/core-js-bundle/minified.js')
  for (const copy of ['core-js.js', 'out/renderer/assets/core-js.js']) {
    cpSync(missing, join(into, copy))
  }
  const page = join(out, 'renderer/index.html')
  const head = '<head><script src="./assets/core-js.js"></script>'
  writeFileSync(page, readFileSync(page, 'utf8').replace('<head>', head))
  for (const shim of readdirSync(import.meta.dirname).filter((name) => name.endsWith('.cjs'))) {
    cpSync(join(import.meta.dirname, shim), join(into, shim))
  }
  symlinkSync(join(project, 'resources'), join(into, 'resources'))
  const { name, version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
    readonly name: string
    readonly version: string
  }
  const main = 'stand-in.cjs'
  const bundles = join(from, 'main')
  writeFileSync(join(into, 'package.json'), JSON.stringify({ name, version, main, bundles }))
}

/** A copy of a lowered build of its own, in which one thing may be broken. */
export function copyOf(lowered: string, into: string): void {
  mkdirSync(dirname(into), { recursive: true })
  cpSync(lowered, into, { recursive: true, verbatimSymlinks: true })
}
