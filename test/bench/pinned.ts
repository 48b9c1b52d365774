import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { TSX } from './tsx.ts'

/** The two cores of a benchmark: apart where there are two, the same where asked for. */
export interface Placement {
  readonly name: 'two cores' | 'one core'
  readonly first: number
  readonly second: number
}

export const TWO_CORES: Placement = {
  name: 'two cores',
  first: 0,
  second: Math.min(1, availableParallelism() - 1),
}

/** The second core: the disk's interrupts do not go there on most machines of two. */
export const ONE_CORE: Placement = { name: 'one core', first: 0, second: 0 }

/** Starts a program of this repository as a process of its own, all its threads on one core. */
export function pinned(core: number, script: string, args: readonly string[] = []): ChildProcess {
  const node = [process.execPath, '--expose-gc', ...TSX, script, ...args]
  return spawn('taskset', ['-c', String(core), ...node], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** What a program prints; throws where it failed. */
export async function ended(child: ChildProcess): Promise<string> {
  let text = ''
  child.stdout?.on('data', (chunk: Buffer) => {
    text += String(chunk)
  })
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`a benchmark's process ended with ${code}: ${text}`)
  return text
}

/** The last line that a program prints, read as JSON; throws where it failed. */
export async function figuresOf(child: ChildProcess): Promise<Record<string, number>> {
  const last = (await ended(child)).trimEnd().split('\n').at(-1) ?? ''
  return JSON.parse(last) as Record<string, number>
}

/** The given share of the values lies at or below what is returned; NaN without values. */
export function percentile(values: Float64Array, share: number): number {
  const sorted = values.toSorted()
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN
}

export function median(values: readonly number[]): number {
  return percentile(Float64Array.from(values), 0.5)
}
