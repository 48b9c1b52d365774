import { setImmediate } from 'node:timers/promises'

/** A person, a signal or a time asked the run to end. */
export class Stop {
  #stopped = false
  readonly #wake = new Set<() => void>()

  get stopped(): boolean {
    return this.#stopped
  }

  stop(): void {
    this.#stopped = true
    for (const wake of this.#wake) wake()
  }

  /** Calls once, when stopped. @returns what takes the call back. */
  onStop(wake: () => void): () => void {
    this.#wake.add(wake)
    return () => this.#wake.delete(wake)
  }
}

/** Wall time that never runs backward. A test brings one that does not wait. */
export interface WallClock {
  /** Milliseconds since some moment. */
  now(): number
  /** Resolves after so many milliseconds, or at once when the run is stopped. */
  sleep(milliseconds: number, stop: Stop): Promise<void>
  /** Lets keys, signals and the screen have their turn. */
  breathe(): Promise<void>
}

export const WALL_CLOCK: WallClock = {
  now: () => performance.now(),
  sleep: (milliseconds, stop) =>
    new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer)
        forget()
        resolve()
      }
      const timer = setTimeout(done, milliseconds)
      const forget = stop.onStop(done)
      if (stop.stopped) done()
    }),
  breathe: () => setImmediate(),
}
