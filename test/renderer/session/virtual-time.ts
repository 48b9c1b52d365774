interface Planned {
  at: number
  readonly call: () => void
}

/** Time that passes when a test says so. */
export class VirtualTime {
  /** Milliseconds. */
  #now: number
  readonly #planned = new Set<Planned>()

  constructor(now = 1_000) {
    this.#now = now
  }

  readonly now = (): number => this.#now

  readonly after = (milliseconds: number, call: () => void): (() => void) => {
    const planned = { at: this.#now + milliseconds, call }
    this.#planned.add(planned)
    return () => void this.#planned.delete(planned)
  }

  /** Everything that is planned until then happens in its order, and what comes of it. */
  async pass(milliseconds: number): Promise<void> {
    const until = this.#now + milliseconds
    for (let next = this.#next(until); next !== undefined; next = this.#next(until)) {
      this.#planned.delete(next)
      this.#now = Math.max(this.#now, next.at)
      next.call()
      await settled()
    }
    this.#now = until
    await settled()
  }

  /** The clock goes on and nothing happens: the machine sleeps. What was planned is due then. */
  sleep(milliseconds: number): void {
    this.#now += milliseconds
  }

  /** The clock alone is set. */
  set(milliseconds: number): void {
    this.#now += milliseconds
    for (const planned of this.#planned) planned.at += milliseconds
  }

  #next(until: number): Planned | undefined {
    let next: Planned | undefined
    for (const planned of this.#planned) {
      if (planned.at <= until && (next === undefined || planned.at < next.at)) next = planned
    }
    return next
  }
}

/** What was promised has been looked at. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
}
