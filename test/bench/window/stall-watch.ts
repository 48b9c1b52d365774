import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { TSX } from '../tsx.ts'
import type { Stretch } from './stalls.ts'
import { inAll } from './stalls.ts'

const SCRIPT = join(import.meta.dirname, 'stall-process.ts')

/**
 * When the machine itself stood still, as a virtual one does whose host runs another: a sleeper on
 * each processor, before all others. Only root may have such, and only on Linux; elsewhere nothing
 * is told.
 */
export class StallWatch {
  readonly #sleepers: readonly Sleeper[]

  private constructor(sleepers: readonly Sleeper[]) {
    this.#sleepers = sleepers
  }

  static start(): StallWatch {
    const processors = Array.from({ length: availableParallelism() }, (_, index) => index)
    return new StallWatch(processors.map((processor) => new Sleeper(processor)))
  }

  /** Ends it. @returns undefined where it could not watch. */
  end(): readonly Stretch[] | undefined {
    const heard = this.#sleepers.map((sleeper) => sleeper.end())
    return heard.every((each) => each !== undefined) ? inAll(heard) : undefined
  }
}

class Sleeper {
  readonly #child: ChildProcess
  #said = ''
  #failed = false

  constructor(processor: number) {
    const node = [process.execPath, ...TSX, SCRIPT]
    this.#child = spawn('taskset', ['-c', String(processor), ...node], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    this.#child.on('error', () => {
      this.#failed = true
    })
    this.#child.stdout?.on('data', (bytes: Buffer) => {
      this.#said += String(bytes)
    })
  }

  end(): readonly Stretch[] | undefined {
    if (this.#failed || this.#child.exitCode !== null) return undefined
    this.#child.kill()
    return this.#said.split('\n').flatMap((line) => {
      const [from = NaN, until = NaN] = line.split(' ').map(Number)
      return until > from ? [{ from, until }] : []
    })
  }
}
