import { Spread } from './spread.ts'

const SHARES = [0.5, 0.99]

/** What a strategy measures of itself; told with every beat. */
export class Figures {
  /** From the gateway's saying a quote until it reached this process. */
  readonly hop = new Spread()
  /** From then until its features and what they led to were done: reading it included. */
  readonly tick = new Spread()
  /** From a question until the model's answer. */
  readonly inference = new Spread()
  /** Quotes of its own instruments. */
  ticks = 0
  /**
   * Targets that left, that the gateway refused or took too late, and that nobody was there for.
   */
  targets = 0
  refused = 0
  unsent = 0
  /** Quotes that the model was not asked about, because newer ones were there already. */
  passedOver = 0
  /** Quotes of the last warm-up, and of the rehearsal before the first. */
  warmUp = 0
  rehearsed = 0
  #oldest = 0

  /** A quote arrived so many µs after it was said. */
  arrived(hop: number): void {
    this.ticks++
    this.hop.add(hop)
    if (hop > this.#oldest) this.#oldest = hop
  }

  /** By the names of the beat; the age of the queue is that since the last call. */
  read(): Readonly<Record<string, number>> {
    const oldest = this.#oldest
    this.#oldest = 0
    return {
      ...spread('hop.gateway', this.hop),
      ...spread('tick', this.tick),
      ...spread('inference', this.inference),
      'queue.age_us': oldest,
      ticks: this.ticks,
      targets: this.targets,
      'targets.refused': this.refused,
      'targets.unsent': this.unsent,
      'inference.passed_over': this.passedOver,
      'warm_up.quotes': this.warmUp,
      'rehearsal.quotes': this.rehearsed,
    }
  }
}

function spread(name: string, measured: Spread): Record<string, number> {
  const [half = 0, most = 0] = measured.quantiles(SHARES)
  return { [`${name}.p50_us`]: half, [`${name}.p99_us`]: most }
}
