import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Placement } from '../pinned.ts'
import { ended, pinned } from '../pinned.ts'
import { partsOf } from './ways.ts'
import type { LoopReport, ThoughtReport } from './ways.ts'

const here = import.meta.dirname
/** Ticks one at a time, and at a thousand a second. */
const PINGPONG = 3000
export const PACED = 5000

/** What one run of the loop took, in µs. */
export interface LoopRun {
  /** From tick to order, one tick at a time. */
  readonly took: Float64Array
  readonly missed: number
  readonly paced: Float64Array
  readonly parts: Readonly<Record<string, Float64Array>>
}

/** @param folder where the books are made. @param paced ticks at a steady rate; 0 for none. */
export async function runLoop(
  { first, second }: Placement,
  folder: string,
  paced: number,
): Promise<LoopRun> {
  const data = mkdtempSync(join(folder, 'gt-'))
  const runtime = mkdtempSync(join(tmpdir(), 'gt-'))
  const strategy = pinned(second, join(here, 'strategy-process.ts'), [runtime, data, 'acts'])
  try {
    const left = once(strategy, 'close')
    const rounds = [String(PINGPONG), String(paced)]
    await ended(pinned(first, join(here, 'gateway-process.ts'), [runtime, data, ...rounds]))
    strategy.kill('SIGTERM')
    await left
    const loop = read(join(runtime, 'gateway.json')) as LoopReport
    const { thoughts } = read(join(runtime, 'strategy.json')) as ThoughtReport
    return {
      took: Float64Array.from(loop.ways, (way) => way[6] - way[1]),
      missed: loop.missed,
      paced: Float64Array.from(loop.paced),
      parts: partsOf(loop.ways, thoughts),
    }
  } finally {
    strategy.kill('SIGKILL')
    rmSync(data, { recursive: true, force: true })
    rmSync(runtime, { recursive: true, force: true })
  }
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}
