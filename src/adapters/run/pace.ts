import type { Micros } from '../../core/domain/index.ts'
import type { Stop, WallClock } from './clock.ts'
import { Schedule } from './schedule.ts'

/** A wait that is shorter, in milliseconds, is not worth a timer. */
export const SHORTEST_WAIT = 1

/** Holds a replay to session time, so many times as fast as it was. Waits on absolute times. */
export class Pace extends Schedule {
  readonly #clock: WallClock
  readonly #stop: Stop

  constructor(speed: number, clock: WallClock, stop: Stop) {
    super(speed, () => clock.now())
    this.#clock = clock
    this.#stop = stop
  }

  async reach(at: Micros): Promise<void> {
    const left = this.left(at)
    if (left >= SHORTEST_WAIT) await this.#clock.sleep(left, this.#stop)
  }
}
