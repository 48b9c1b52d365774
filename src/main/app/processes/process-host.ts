import type { About } from '../../../core/contracts/window-frame.ts'
import type { Bus, Clock, Launcher } from '../../../core/ports/index.ts'
import type { Outside } from '../outside.ts'
import type { HostWindows } from '../windows/host-windows.ts'
import type { Transport } from './open-workers.ts'
import type { Machine } from './runtime-place.ts'

/** What trading in processes needs of the process that is main. */
export interface ProcessHost extends Outside {
  /** Folder of the built page. */
  readonly page: string
  readonly machine: Machine
  /** Of this program and its build. */
  readonly version: string
  /** What windows are told of it. */
  readonly about: About
  readonly transport: Transport
  readonly openBus: () => Promise<Bus>
  /** The same for all processes of the machine. */
  readonly machineClock: Clock
  readonly pid: number
  /** Wall milliseconds since this process began. */
  readonly age: () => number
  /** Called once the account is this main's; what it returns, at the end. */
  readonly onWindows?: (windows: HostWindows) => () => void
  /** Shows the page in a browser. @returns whether there is one to be asked. */
  readonly openLink?: (link: string) => boolean
  /** @param secrets by the variables that specs name. */
  readonly openLauncher: (secrets: Readonly<Record<string, string>>) => Launcher
}
