import type { Epoch, OrderId } from '../../domain/index.ts'

/**
 * Makes order ids: `<profile>-<installation>-<epoch>-<counter>`. The installation is 32 random bits
 * made once, the epoch is raised at every start, so no id comes twice, even without the journal.
 */
export class OrderNumbers {
  readonly #prefix: string
  readonly #epoch: string
  #counter = 0

  constructor(profile: string, installation: number, epoch: Epoch) {
    this.#epoch = epoch.toString(36)
    this.#prefix = `${profile}-${installation.toString(36)}-${this.#epoch}-`
  }

  next(): OrderId {
    this.#counter++
    return `${this.#prefix}${this.#counter.toString(36)}` as OrderId
  }

  /** What tells the last order from all others of this installation: `<epoch>-<counter>`. */
  get tail(): string {
    return `${this.#epoch}-${this.#counter.toString(36)}`
  }
}
