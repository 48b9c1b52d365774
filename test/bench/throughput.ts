import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { ThoughtReport } from './loop/ways.ts'
import { TWO_CORES, ended, figuresOf, pinned } from './pinned.ts'

const here = resolve(import.meta.dirname, 'throughput')
const STRATEGY = resolve(import.meta.dirname, 'loop/strategy-process.ts')
/** Ticks a second that are tried, from the top: the first that loses nothing is told. */
const RATES = [400_000, 300_000, 250_000, 200_000, 150_000, 100_000, 70_000, 50_000, 20_000]
/** A rate counts as held when so large a share of it was handed over in time. */
const HELD = 0.97

type Figures = Readonly<Record<string, number>>

/**
 * Ticks a second through the gateway (first core), a strategy whose features see every one (second
 * core) and the feed of a window (first core), that go on for eight seconds without a gap.
 */
export async function benchThroughput(): Promise<Record<string, number>> {
  let last: Record<string, number> = {}
  for (const rate of RATES) {
    const { gateway, strategy, window } = await runAt(rate)
    const gaps = (gateway['handed'] ?? NaN) - (strategy['ticks'] ?? NaN)
    last = {
      asked_per_second: rate,
      ticks_per_second: gateway['per_second'] ?? NaN,
      gaps: (window['lost'] ?? NaN) + (gaps > 2 ? 1 : 0),
      ticks_lost_by_strategy: Math.max(0, gaps),
      window_quotes: window['quotes'] ?? NaN,
      window_frames: window['frames'] ?? NaN,
      heap_mb: gateway['heap_mb'] ?? NaN,
      strategy_heap_mb: strategy['heap_mb'] ?? NaN,
      window_heap_mb: window['heap_mb'] ?? NaN,
    }
    console.error(JSON.stringify(last))
    if (last['gaps'] === 0 && (last['ticks_per_second'] ?? 0) >= rate * HELD) return last
  }
  return last
}

interface Run {
  readonly gateway: Figures
  readonly strategy: Figures
  readonly window: Figures
}

async function runAt(rate: number): Promise<Run> {
  const { first, second } = TWO_CORES
  const folder = mkdtempSync(join(tmpdir(), 'gt-'))
  const data = join(folder, 'data')
  const strategy = pinned(second, STRATEGY, [folder, data, 'watches'])
  const window = pinned(first, join(here, 'window-process.ts'), [folder, data])
  try {
    const said = [ended(strategy), figuresOf(window)] as const
    const args = [folder, data, String(rate)]
    const gateway = await figuresOf(pinned(first, join(here, 'gateway-process.ts'), args))
    strategy.kill('SIGTERM')
    window.kill('SIGTERM')
    await said[0]
    const report = readFileSync(join(folder, 'strategy.json'), 'utf8')
    const { figures, heap } = JSON.parse(report) as ThoughtReport
    return { gateway, strategy: { ...figures, heap_mb: heap }, window: await said[1] }
  } finally {
    strategy.kill('SIGKILL')
    window.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}
