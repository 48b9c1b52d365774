import type { Failure } from '../../core/contracts/index.ts'
import type { Result } from '../../core/domain/index.ts'
import type { Settings } from './config/index.ts'
import type { Surroundings } from './one-process/index.ts'
import { tradeInOneProcess } from './one-process/host.ts'
import type { ProcessHost } from './processes/process-host.ts'
import { tradeInProcesses } from './processes/trade.ts'
import type { Outcome } from './summary/index.ts'

/** What either way of trading needs from outside. */
export interface Host extends ProcessHost, Surroundings {}

/** Trades until the market ends or a person quits. Fails before anything was sent. */
export function trade(settings: Settings, host: Host): Promise<Result<Outcome, Failure>> {
  return settings.oneProcess ? tradeInOneProcess(settings, host) : tradeInProcesses(settings, host)
}
