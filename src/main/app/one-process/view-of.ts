import { accountView } from '../terminal/account-view.ts'
import type { TerminalView } from '../terminal/view.ts'
import type { Assembly } from './assembly.ts'

/** The run as the terminal shows it now. */
export function viewOf(assembly: Assembly, speed: number, ticksPerSecond: number): TerminalView {
  const { instance, gateway, observer, log, driver, strategies } = assembly
  const traded = strategies.map(({ instrument }) => instrument)
  return {
    ...accountView(gateway.state, driver.now, traded, log.fills),
    mode: instance.mode,
    profile: instance.profile,
    speed,
    ticks: observer.ticks,
    ticksPerSecond,
    orders: observer.orders,
    fillCount: observer.fills,
    messages: log.messages.slice(),
    trouble: [],
    stale: false,
    processes: [],
    latencies: [],
    stores: [],
  }
}
