import {
  cpSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runtimeFolder } from '../../src/main/app/processes/runtime-place.ts'
import { BUILD, PROJECT, SHIPPED, livelyConfig } from './lively.ts'

/**
 * A folder of its own for one soak, with a short name for its sockets: data, sockets, settings,
 * and a copy of the build, so that a build made meanwhile changes nothing.
 */
export class Place {
  readonly path = mkdtempSync(join(tmpdir(), 'gs-'))
  readonly data = join(this.path, 'data')
  readonly config = join(this.path, 'ghtrader.json')
  readonly program = join(this.path, 'app/out/main/headless.js')
  readonly resources = join(PROJECT, 'resources')
  /** Of the account. */
  readonly folder = join(this.data, 'simulated/default')
  /** Of the sockets. */
  readonly runtime: string

  constructor() {
    const app = join(this.path, 'app')
    mkdirSync(app)
    for (const folder of [this.data, join(this.path, 'run')]) mkdirSync(folder, { mode: 0o700 })
    cpSync(BUILD, join(app, 'out'), { recursive: true })
    for (const name of SHIPPED) symlinkSync(join(PROJECT, name), join(app, name))
    writeFileSync(this.config, livelyConfig())
    const identity = { data: this.data, mode: 'simulated', profile: 'default', runId: '' } as const
    this.runtime = runtimeFolder(join(this.path, 'run'), identity)
  }

  get environment(): Record<string, string> {
    return {
      PATH: process.env['PATH'] ?? '',
      XDG_CONFIG_HOME: this.path,
      GHTRADER_DATA: this.data,
      GHTRADER_RUNTIME: join(this.path, 'run'),
    }
  }

  /** Sockets and notes that nobody took away. */
  leftovers(): readonly string[] {
    try {
      return readdirSync(this.runtime)
    } catch {
      return []
    }
  }

  /** The end of a worker's log. */
  lastWords(worker: string, lines = 3): readonly string[] {
    try {
      const text = readFileSync(join(this.folder, 'logs', `${worker}.log`), 'utf8')
      return text.trimEnd().split('\n').slice(-lines)
    } catch {
      return []
    }
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true })
  }
}
