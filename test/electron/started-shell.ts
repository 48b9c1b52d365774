import type { ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from 'playwright-core'
import { _electron } from 'playwright-core'
import { isAlive } from '../../src/adapters/instance/process-mark.ts'
import { registrations } from '../../src/adapters/process/registration.ts'
import type { Registration } from '../../src/adapters/process/registration.ts'
import { LINE_MESSAGE } from '../../src/core/contracts/window-host.ts'
import { until } from '../until.ts'
import type { TestElectron } from './electron-of-tests.ts'
import { listenForLines } from './probe.ts'

/** Little to start, and one strategy that trades. */
const CONFIG = { strategies: [{ id: 'rule', kind: 'imbalance', instruments: ['SIM.ag'] }] }

export interface ShellPlan {
  readonly electron: TestElectron
  /** What Electron is told to run. */
  readonly app: string
  readonly display: string
  /** How long it is waited for what should come, in ms. */
  readonly patience: number
}

/** The workstation under Electron, with a home of its own, and what it says. */
export class StartedShell {
  readonly plan: ShellPlan
  readonly home: string
  readonly app: ElectronApplication
  /** How it ended: its exit code, or the signal. */
  readonly ended: Promise<number | string | null>
  log = ''
  page: Page
  readonly #child: ChildProcess

  private constructor(plan: ShellPlan, home: string, app: ElectronApplication, page: Page) {
    this.plan = plan
    this.home = home
    this.app = app
    this.page = page
    const child = app.process()
    this.#child = child
    this.ended = new Promise((resolve) =>
      child.once('exit', (code, signal) => resolve(code ?? signal)),
    )
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (bytes: Buffer) => {
        this.log += bytes.toString()
      })
    }
  }

  /** @param home of an earlier start that goes on; else a new one. */
  static async start(plan: ShellPlan, home = newHome()): Promise<StartedShell> {
    const app = await _electron.launch({
      executablePath: plan.electron.binary,
      args: [...plan.electron.flags, plan.app],
      env: environmentOf(home, plan.display),
      chromiumSandbox: true,
      timeout: 60_000,
    })
    const page = await app.firstWindow({ timeout: 60_000 })
    await app.context().addInitScript(listenForLines, LINE_MESSAGE)
    await page.reload()
    return new StartedShell(plan, home, app, page)
  }

  get patience(): number {
    return this.plan.patience
  }

  get environment(): Record<string, string> {
    return environmentOf(this.home, this.plan.display)
  }

  /** Living workers by name. */
  workers(): ReadonlyMap<string, Registration> {
    const found = this.#runtimes().flatMap((runtime) => registrations(runtime))
    return new Map(found.map((worker) => [worker.name, worker]))
  }

  /** What is left in the folders of sockets. */
  leftovers(): readonly string[] {
    return this.#runtimes().flatMap((runtime) => readdirSync(runtime))
  }

  /** The process that draws the first window. */
  renderer(): Promise<number> {
    return this.app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
    )
  }

  /** Ends it however it is, and takes away what it left. */
  async close(): Promise<void> {
    const workers = [...this.workers().values()]
    killAll(this.#child)
    await this.ended
    for (const worker of workers) if (isAlive(worker)) process.kill(worker.pid, 'SIGKILL')
    await until(() => workers.every((worker) => !isAlive(worker)))
    // Pages outlive their main for a moment, and write.
    await until(() => isRemoved(this.home))
  }

  #runtimes(): readonly string[] {
    const base = join(this.home, 'run')
    try {
      return readdirSync(base).map((name) => join(base, name))
    } catch {
      return []
    }
  }
}

/** A main and all that it started, which has no reason to live on. */
function killAll(child: ChildProcess): void {
  try {
    // It leads a group of its own.
    if (process.platform !== 'win32' && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // Nobody of it is left.
  }
  child.kill('SIGKILL')
}

function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'gt-'))
  mkdirSync(join(home, 'ghtrader'))
  writeFileSync(join(home, 'ghtrader/ghtrader.json'), JSON.stringify(CONFIG))
  return home
}

function isRemoved(folder: string): boolean {
  try {
    rmSync(folder, { recursive: true, force: true })
    return true
  } catch {
    return false
  }
}

function environmentOf(home: string, display: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    XDG_CONFIG_HOME: home,
    GHTRADER_DATA: join(home, 'data'),
    GHTRADER_RUNTIME: join(home, 'run'),
    STAND_IN_NODE: process.execPath,
    ...(display !== '' && { DISPLAY: display }),
  }
}
