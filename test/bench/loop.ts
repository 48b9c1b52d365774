import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { measureFloors, probeNoise } from './floors/index.ts'
import type { Floors } from './floors/index.ts'
import { PACED, runLoop } from './loop/run-loop.ts'
import type { LoopRun } from './loop/run-loop.ts'
import type { Placement } from './pinned.ts'
import { ONE_CORE, TWO_CORES, median, percentile } from './pinned.ts'

/** Repetitions, each of every arrangement in turn, so that a disturbance strikes all alike. */
const REPETITIONS = 3
/** A file system in memory, where the disk's share is none. */
const MEMORY = '/dev/shm'

interface Arrangement {
  readonly prefix: string
  readonly placement: Placement
  readonly folder: string
  readonly paced: number
}

interface Repetition extends LoopRun {
  readonly floors: Floors
  readonly noise: Readonly<Record<string, number>>
}

/**
 * The tick-to-order loop across two processes: market data → bus → features → ONNX → target → bus
 * → planner → gate → journal, durable → venue. The floors are measured beside every repetition, on
 * the same cores and the same disk, and ratios are taken within a repetition: figures of different
 * runs are not compared. The gateway runs on the first core, the strategy on the second.
 */
export async function benchLoop(): Promise<Record<string, number>> {
  const arrangements: Arrangement[] = [
    { prefix: '', placement: TWO_CORES, folder: tmpdir(), paced: PACED },
    { prefix: 'one_core_', placement: ONE_CORE, folder: tmpdir(), paced: 0 },
  ]
  if (existsSync(MEMORY)) {
    arrangements.push({ prefix: 'memory_', placement: TWO_CORES, folder: MEMORY, paced: PACED })
  }
  const done = new Map(arrangements.map((each) => [each, [] as Repetition[]]))
  for (let repetition = 0; repetition < REPETITIONS; repetition++) {
    for (const arrangement of arrangements) {
      const { prefix, placement, folder, paced } = arrangement
      const noise = await probeNoise(placement.second)
      const floors = await measureFloors(placement, folder)
      const run = { ...(await runLoop(placement, folder, paced)), floors, noise }
      done.get(arrangement)?.push(run)
      console.error(JSON.stringify({ repetition, ...shown(prefix, [run]) }))
    }
  }
  const all = [...done].flatMap(([{ prefix }, runs]) => Object.entries(shown(prefix, runs)))
  const figures: Record<string, number> = Object.fromEntries(all)
  const own = figures['memory_own_us']
  return { ...figures, ...(own !== undefined && { own_us: own }) }
}

/** Medians over repetitions; the best ratio is that of the least disturbed one. */
function shown(prefix: string, runs: readonly Repetition[]): Record<string, number> {
  const over = (value: (run: Repetition) => number): number => median(runs.map(value))
  const share = (share: number) => (run: Repetition) => percentile(run.took, share)
  const pace = (share: number) => (run: Repetition) => percentile(run.paced, share)
  const ratio = (run: Repetition): number => share(0.5)(run) / sumOf(run.floors)
  const own = ({ floors, took }: Repetition): number =>
    percentile(took, 0.5) - floors.socket - floors.onnx
  const named: Record<string, number> = {
    floor_socket_p50_us: over(({ floors }) => floors.socket),
    floor_fsync_p50_us: over(({ floors }) => floors.fsync),
    floor_onnx_p50_us: over(({ floors }) => floors.onnx),
    pingpong_p50_us: over(share(0.5)),
    pingpong_p99_us: over(share(0.99)),
    pingpong_p999_us: over(share(0.999)),
    pingpong_ratio: over(ratio),
    pingpong_best_ratio: Math.min(...runs.map(ratio)),
    pingpong_missed: over(({ missed }) => missed),
    ...(prefix === 'memory_' && { own_us: over(own), best_own_us: Math.min(...runs.map(own)) }),
    ...(runs.some(({ paced }) => paced.length > 0) && {
      paced_p50_us: over(pace(0.5)),
      paced_p99_us: over(pace(0.99)),
      paced_p999_us: over(pace(0.999)),
      paced_best_p99_us: Math.min(...runs.map(pace(0.99))),
      paced_orders: over(({ paced }) => paced.length),
    }),
    ...splitOf(runs),
    noise_stalls: over(({ noise }) => noise['stalls'] ?? NaN),
    noise_longest_us: over(({ noise }) => noise['longest_us'] ?? NaN),
  }
  return Object.fromEntries(
    Object.entries(named).map(([name, value]) => [`${prefix}${name}`, rounded(value)]),
  )
}

/** Where the time goes: the median of each part of the way, of ticks one at a time. */
function splitOf(runs: readonly Repetition[]): Record<string, number> {
  const names = Object.keys(runs[0]?.parts ?? {})
  return Object.fromEntries(
    names.map((name) => [
      `${name}_p50_us`,
      median(runs.map(({ parts }) => percentile(parts[name] ?? new Float64Array(), 0.5))),
    ]),
  )
}

function sumOf({ socket, fsync, onnx }: Floors): number {
  return socket + fsync + onnx
}

/** To a tenth, and ratios to a hundredth. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
