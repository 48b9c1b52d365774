import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { QUESTDB } from '../servers/index.ts'
import { measureCharts } from './history/charts.ts'
import { duckdbBench } from './history/duckdb-bench.ts'
import { measureIntake } from './history/intake.ts'
import { questdbBench } from './history/questdb-bench.ts'
import { measureRates } from './history/rates.ts'
import { recordedMarket } from './recorded-market.ts'

/**
 * History: ticks from frames to the disk, from there into each store, and back as a chart; each
 * beside the plain client of the engine. Without QuestDB its figures are left out, aloud.
 */
export async function benchHistory(): Promise<Record<string, number>> {
  const market = await recordedMarket()
  const folder = mkdtempSync(join(tmpdir(), 'ghtrader-bench-'))
  const figures: Record<string, number> = {
    ticks: market.quotes.length,
    recorded: market.recorded ? 1 : 0,
  }
  const measure = async (name: string, store: ReturnType<typeof duckdbBench>): Promise<void> => {
    Object.assign(figures, await measureRates(name, store, market, folder))
    Object.assign(figures, await measureCharts(name, store, market))
    await store.end()
  }
  try {
    Object.assign(figures, measureIntake(market, folder))
    if (QUESTDB.isAbsent) console.log(`QuestDB is left out${QUESTDB.why}`)
    else await measure('questdb', await questdbBench())
    await measure('duckdb', duckdbBench(folder))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return figures
}
