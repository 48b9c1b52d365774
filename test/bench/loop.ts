import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { measureFloors, probeNoise } from './floors/index.ts'
import type { Floors } from './floors/index.ts'
import type { Placement } from './pinned.ts'
import { ONE_CORE, TWO_CORES, figuresOf, median, pinned } from './pinned.ts'

const here = resolve(import.meta.dirname, 'loop')
const REPETITIONS = 3
/** A file system in memory, where the disk's share is none. */
const MEMORY = '/dev/shm'

type Figures = Readonly<Record<string, number>>

interface Round {
  readonly gateway: Figures
  readonly strategy: Figures
}

/**
 * The tick-to-order loop across two processes: market data → bus → features → ONNX → target → bus
 * → planner → gate → journal, durable → venue. The floors are measured in the same run and on the
 * same cores; the gateway runs on the first, the strategy on the second.
 */
export async function benchLoop(): Promise<Record<string, number>> {
  const two = await measure(TWO_CORES, tmpdir())
  const one = await measure(ONE_CORE, tmpdir())
  const memory = existsSync(MEMORY) ? await measure(TWO_CORES, MEMORY) : undefined
  return {
    ...shown('', two),
    ...shown('one_core_', one),
    ...(memory && {
      own_us: round(memory.figure('p50') - memory.floors.socket - memory.floors.onnx),
      own_loop_p50_us: memory.figure('p50'),
    }),
    ...split(two),
  }
}

interface Measured {
  readonly floors: Floors
  readonly rounds: readonly Round[]
  readonly noise: readonly Figures[]
  /** Median over the repetitions. */
  readonly figure: (name: string) => number
}

async function measure(placement: Placement, folder: string): Promise<Measured> {
  const rounds: Round[] = []
  const noise: Figures[] = []
  const floors: Floors[] = []
  for (let repetition = 0; repetition < REPETITIONS; repetition++) {
    const data = mkdtempSync(join(folder, 'gt-'))
    try {
      const before = await probeNoise(placement.first)
      floors.push(await measureFloors(placement, data))
      const done = await runLoop(placement, data)
      rounds.push(done)
      noise.push(before)
      console.error(
        `${placement.name} in ${folder}: ${JSON.stringify({ ...before, ...done.gateway })}`,
      )
    } finally {
      rmSync(data, { recursive: true, force: true })
    }
  }
  return {
    floors: {
      socket: median(floors.map(({ socket }) => socket)),
      fsync: median(floors.map(({ fsync }) => fsync)),
      onnx: median(floors.map(({ onnx }) => onnx)),
    },
    rounds,
    noise,
    figure: (name) => round(median(rounds.map(({ gateway }) => gateway[name] ?? NaN))),
  }
}

async function runLoop({ first, second }: Placement, data: string): Promise<Round> {
  const runtime = mkdtempSync(join(tmpdir(), 'gt-'))
  try {
    const strategy = pinned(second, join(here, 'strategy-process.ts'), [runtime, data])
    const said = figuresOf(strategy)
    const gateway = await figuresOf(
      pinned(first, join(here, 'gateway-process.ts'), [runtime, data]),
    )
    strategy.kill('SIGTERM')
    return { gateway, strategy: await said }
  } finally {
    rmSync(runtime, { recursive: true, force: true })
  }
}

function shown(prefix: string, { floors, noise, figure }: Measured): Record<string, number> {
  const sum = floors.socket + floors.fsync + floors.onnx
  const named = {
    floor_socket_p50_us: round(floors.socket),
    floor_fsync_p50_us: round(floors.fsync),
    floor_onnx_p50_us: round(floors.onnx),
    pingpong_p50_us: figure('p50'),
    pingpong_p99_us: figure('p99'),
    pingpong_missed: figure('missed'),
    pingpong_ratio: Math.round((figure('p50') / sum) * 100) / 100,
    paced_p50_us: figure('paced_p50'),
    paced_p99_us: figure('paced_p99'),
    paced_p999_us: figure('paced_p999'),
    noise_stalls: median(noise.map(({ stalls }) => stalls ?? NaN)),
    noise_longest_us: median(noise.map(({ longest_us: longest }) => longest ?? NaN)),
  }
  return Object.fromEntries(
    Object.entries(named).map(([name, value]) => [`${prefix}${name}`, value]),
  )
}

/** Where the time goes, as the two workers measure themselves, on two cores. */
function split({ rounds }: Measured): Record<string, number> {
  const of = (side: keyof Round, name: string): number =>
    round(median(rounds.map((each) => each[side][name] ?? NaN)))
  return {
    hop_to_strategy_p50_us: of('strategy', 'hop.gateway.p50_us'),
    features_and_effects_p50_us: of('strategy', 'tick.p50_us'),
    inference_p50_us: of('strategy', 'inference.p50_us'),
    tick_to_target_p50_us: of('gateway', 'gateway.tick.target.p50_us'),
    tick_to_order_p50_us: of('gateway', 'gateway.tick.order.p50_us'),
    journal_p50_us: of('gateway', 'gateway.journal.p50_us'),
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
