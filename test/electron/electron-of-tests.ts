import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { findElectron } from '../../scripts/setup/electron.mjs'
import { findScreen } from '../../scripts/setup/screen.mjs'
import { findStandIn } from '../../scripts/setup/stand-in.mjs'
import { thisMachine } from '../../scripts/setup/surroundings.mjs'
import { lower } from './stand-in/lower.ts'

export const project = resolve(import.meta.dirname, '../..')
/** Such a user has no rights of root's, and is enough for Chromium's own sandbox. */
const AS_USER = ['--user', '--map-user=1000', '--map-group=1000']

/** The Electron that the shell is tested on. */
export interface TestElectron {
  readonly binary: string
  readonly flags: readonly string[]
  /** Whether it is the old one that stands in for the one that is meant. */
  readonly standsIn: boolean
  /** Makes what it runs: the project itself, or a lowered build. */
  readonly prepare: (folder: string) => Promise<string>
}

/** @returns what to test on, or why there is nothing. */
export function findTestElectron(): TestElectron | string {
  const machine = thisMachine()
  if (!existsSync(join(project, 'out/main/index.js'))) return 'nothing is built: npm run build'
  const real = findElectron(project, machine.environment).path
  if (machine.platform === 'linux') {
    if (!findScreen(machine).there) return 'no Xvfb to show windows on: npm run setup'
    if (machine.user === 0 && spawnSync('unshare', [...AS_USER, 'true']).status !== 0) {
      return 'as root, and without the right to run as another user in a namespace'
    }
  }
  if (real !== undefined) {
    const prepare = (): Promise<string> => Promise.resolve(project)
    return { binary: notAsRoot(real), flags: [], standsIn: false, prepare }
  }
  const old = findStandIn(machine)
  if (old.path === undefined) return `neither Electron nor an old one: ${old.found}; npm run setup`
  if (!existsSync(join(project, 'node_modules/core-js-bundle'))) return 'no core-js-bundle: npm ci'
  return {
    binary: notAsRoot(old.path),
    // The seccomp filter of that age does not know the calls of newer C libraries.
    flags: ['--disable-seccomp-filter-sandbox'],
    standsIn: true,
    prepare: async (folder) => {
      await lower(folder)
      return folder
    },
  }
}

/** Root has no sandbox; in a user namespace it is an ordinary user, and has. */
function notAsRoot(binary: string): string {
  if (process.getuid?.() !== 0) return binary
  const script = join(mkdtempSync(join(tmpdir(), 'gt-user-')), 'electron')
  const line = `exec unshare ${AS_USER.join(' ')} '${binary}' "$@"`
  writeFileSync(script, `#!/bin/sh\n${line}\n`, { mode: 0o755 })
  return script
}

/** A screen of the tests' own, on which windows disturb nobody. */
export class HiddenScreen {
  readonly name: string
  readonly #server: ChildProcess | undefined

  private constructor(name: string, server?: ChildProcess) {
    this.name = name
    this.#server = server
  }

  static async open(): Promise<HiddenScreen> {
    if (process.platform !== 'linux') return new HiddenScreen('')
    const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp']
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
    const number = await new Promise<string>((resolve, reject) => {
      const told = server.stdio[3]
      server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)))
      server.once('error', reject)
      told?.once('data', (bytes: Buffer) => resolve(bytes.toString().trim()))
    })
    return new HiddenScreen(`:${number}`, server)
  }

  close(): void {
    this.#server?.kill()
  }
}
