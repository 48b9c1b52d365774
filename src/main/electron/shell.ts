import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Menu, app } from 'electron'
import type { Settings } from '../app/config/index.ts'
import { trade } from '../app/host.ts'
import type { HostWindows } from '../app/windows/host-windows.ts'
import { FAILED, hostOf, report, tell } from '../node/this-process.ts'
import { answerPages } from './answers.ts'
import { DeskWindows } from './desk-windows.ts'
import { guardPages } from './guard.ts'
import { giveLine } from './lines.ts'
import { servePage } from './page.ts'
import { watchPower } from './power.ts'
import { titleOf } from './title.ts'
import { createElectronLauncher } from './utility-launcher.ts'
import { DESK } from './window.ts'
import { WindowPlaces } from './window-places.ts'

export interface ShellParts {
  readonly settings: Settings
  /** Folder of the program. */
  readonly project: string
  /** Folder of what was built. */
  readonly built: string
}

/** One run with its windows: they open once the account is ours, and end with it. */
export class Shell {
  readonly #parts: ShellParts
  #windows: HostWindows | undefined
  #desk: DeskWindows | undefined
  #over = false

  constructor(parts: ShellParts) {
    this.#parts = parts
    app.on('second-instance', () => this.#desk?.show(DESK))
    app.on('activate', () => this.#desk?.show(DESK))
    // Closing the last window is a wish to leave, like that of the system's menu: in good order.
    app.on('window-all-closed', () => this.#leave())
    app.on('before-quit', (event) => {
      if (this.#over || this.#windows === undefined) return
      event.preventDefault()
      this.#leave()
    })
  }

  /** @returns the exit code. */
  async run(): Promise<number> {
    const { settings, project, built } = this.#parts
    if (process.platform !== 'darwin') Menu.setApplicationMenu(null)
    guardPages()
    servePage(join(built, 'renderer'))
    const host = hostOf({
      project,
      host: 'electron',
      createLauncher: createElectronLauncher,
      built: 0,
    })
    const ended = await trade(settings, {
      ...host,
      onWindows: (windows) => this.#open(windows),
    })
    this.#over = true
    const code = ended.ok ? report(ended.value) : tell([ended.error])
    return this.#desk?.gaveUp === true ? FAILED : code
  }

  #open(windows: HostWindows): () => void {
    this.#windows = windows
    const { built } = this.#parts
    const folder = app.getPath('userData')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const places = new WindowPlaces(join(folder, 'windows.json'))
    const desk = new DeskWindows({
      preload: join(built, 'preload/index.cjs'),
      places,
      title: (page) => titleOf(windows.mode, page),
      onLoaded: (window) => giveLine(window.webContents, windows, undefined),
      onTold: (what) => windows.tell(false, what),
      now: () => performance.now(),
    })
    this.#desk = desk
    const stopAnswering = answerPages({
      openPanel: (id) => desk.show(id),
      askLine: (contents, since) => giveLine(contents, windows, since),
    })
    const stopWatching = watchPower({
      onPower: windows.power,
      onShutdown: windows.quit,
      trading: windows.trading,
    })
    desk.begin()
    return () => {
      places.write()
      stopWatching()
      stopAnswering()
    }
  }

  #leave(): void {
    if (!this.#over) this.#windows?.quit()
  }
}
