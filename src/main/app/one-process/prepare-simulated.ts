import type { Failure } from '../../../core/contracts/index.ts'
import type { Micros, Result } from '../../../core/domain/index.ts'
import { MICROS_PER_MILLISECOND, beijingDay, fen, ok } from '../../../core/domain/index.ts'
import type { Settings } from '../config/index.ts'
import { openAccount } from '../../../adapters/instance/index.ts'
import { readMarketFacts } from '../../../adapters/market/facts.ts'
import { closeRun, joinRun } from './join-run.ts'
import type { PreparedRun, Surroundings } from './prepared-run.ts'
import { runSimulated } from './run-simulated.ts'
import { simulatedMarket } from '../../../adapters/market/simulated-market.ts'

/** The built-in market with the account of a profile, as its last life left it. */
export async function prepareSimulated(
  settings: Settings,
  surroundings: Surroundings,
): Promise<Result<PreparedRun, Failure>> {
  const facts = readMarketFacts(surroundings.resources)
  if (!facts.ok) return facts
  const now = (surroundings.today().getTime() * MICROS_PER_MILLISECOND) as Micros
  const { rate, cash, seconds } = settings
  const market = simulatedMarket(facts.value, { rate, tradingDay: beijingDay(now) })
  if (!market.ok) return market
  const joined = await joinRun({
    settings,
    surroundings,
    market: market.value,
    openInstance: openAccount,
    now,
  })
  if (!joined.ok) return joined
  const assembly = joined.value
  const { lastAt, balance } = assembly.recovered
  // The machine's date may have been set back since; session time never is.
  const startAt = Math.max(now, lastAt + 1) as Micros
  const length = seconds * 1000
  return ok({
    assembly,
    startAt,
    startBalance: Number.isNaN(balance) ? fen(cash * 100) : balance,
    run: (stop) => runSimulated(assembly, { startAt, length }, surroundings.clock, stop),
    readingFailures: () => [],
    readingNotes: () => [],
    close: () => closeRun(assembly),
  })
}
