import type { Mode } from '../contracts/index.ts'
import type { Standing } from '../contracts/window-frame.ts'

/**
 * Whether a person may have a process start again. Main would end all, and a gateway that trades
 * real money is not started again in session.
 */
export function mayRestart({ worker }: Pick<Standing, 'worker'>, mode: Mode | undefined): boolean {
  return worker !== 'main' && !(mode === 'live' && worker === 'gateway')
}
