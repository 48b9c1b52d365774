import type { Micros } from '../domain/index.ts'

/** SHA-256, brought from outside: text counts as its bytes in UTF-8. */
export interface Digest {
  add(part: Uint8Array | string): void
  /** Ends it. @returns 64 hexadecimal digits. */
  hex(): string
}

export type NewDigest = () => Digest

/** All records of a journal up to `sequence`, in one value. */
export interface Seal {
  readonly sequence: number
  /** Wall time at which it was made. */
  readonly at: Micros
  readonly hex: string
}

/** A group of records as it is stored, numbers, lengths and all. */
export interface SealedGroup {
  /** The number of its last record. */
  readonly last: number
  readonly bytes: Uint8Array
}

/**
 * Each seal is the SHA-256 of the one before it, of the stored bytes of all records since then,
 * which hold their sequence numbers, and of its own number and time. So nothing that was sealed
 * can be changed, left out or moved without every seal behind it being another one.
 */
export class SealChain {
  readonly #newDigest: NewDigest
  #digest: Digest
  #sealed: number
  #last: number
  #hex: string

  /** @param from what the chain goes on from: its beginning, or its last seal. */
  constructor(newDigest: NewDigest, from: Pick<Seal, 'sequence' | 'hex'>) {
    this.#newDigest = newDigest
    this.#sealed = this.#last = from.sequence
    this.#hex = from.hex
    this.#digest = this.#after(from.hex)
  }

  /** The number of the last record that was taken. */
  get last(): number {
    return this.#last
  }

  /** What the next seal follows. */
  get hex(): string {
    return this.#hex
  }

  /** Whether records were taken since the last seal. */
  get waits(): boolean {
    return this.#last > this.#sealed
  }

  take({ last, bytes }: SealedGroup): void {
    this.#digest.add(bytes)
    this.#last = last
  }

  /** Seals all that was taken. */
  seal(at: Micros): Seal {
    this.#digest.add(`${this.#last} ${at}`)
    this.#hex = this.#digest.hex()
    this.#sealed = this.#last
    this.#digest = this.#after(this.#hex)
    return { sequence: this.#last, at, hex: this.#hex }
  }

  #after(hex: string): Digest {
    const digest = this.#newDigest()
    digest.add(hex)
    return digest
  }
}
