import type { Failure } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { fen, ok } from '../../../core/domain/index.ts'
import type { Settings } from '../config/index.ts'
import { openRun } from '../../../adapters/instance/index.ts'
import { readMarketFacts } from '../../../adapters/market/facts.ts'
import { closeRun, joinRun } from './join-run.ts'
import type { PreparedRun, Surroundings } from './prepared-run.ts'
import { openReplayMarket } from '../../../adapters/market/replay-market.ts'
import { runReplay } from './run-replay.ts'

/** Recorded files as the market, with books that begin and end with the run. */
export async function prepareReplay(
  settings: Settings,
  surroundings: Surroundings,
): Promise<Result<PreparedRun, Failure>> {
  const facts = readMarketFacts(surroundings.resources)
  if (!facts.ok) return facts
  const { replay: paths, symbol, fillRule, speed, cash, seconds } = settings
  const opened = await openReplayMarket(facts.value, { paths, symbol, fillRule })
  if (!opened.ok) return opened
  const market = opened.value
  const joined = await joinRun({
    settings,
    surroundings,
    market,
    openInstance: (request) => openRun(request, surroundings.today()),
    now: market.firstAt,
  })
  if (!joined.ok) return joined
  const assembly = joined.value
  const length = seconds * 1000
  const reports = () => market.readings.map((reading) => reading.report())
  return ok({
    assembly,
    startAt: market.firstAt,
    startBalance: fen(cash * 100),
    run: (stop) => runReplay(assembly, { market, speed, length }, surroundings.clock, stop),
    readingFailures: () => reports().flatMap(({ failure }) => failure ?? []),
    readingNotes: () => reports().flatMap(({ leftOut }) => leftOut.map(({ message }) => message)),
    close: () => closeRun(assembly),
  })
}
