/**
 * Which of a fixed number of places are taken, as a bitmap with a bitmap over it: the next taken
 * place either way is found in a few steps, however sparse it is.
 */
export class Occupancy {
  readonly #words: Int32Array
  readonly #summary: Int32Array

  constructor(size: number) {
    this.#words = new Int32Array((size >> 5) + 1)
    this.#summary = new Int32Array((this.#words.length >> 5) + 1)
  }

  set(place: number): void {
    const word = place >> 5
    this.#words[word]! |= 1 << (place & 31)
    this.#summary[word >> 5]! |= 1 << (word & 31)
  }

  clear(place: number): void {
    const word = place >> 5
    const left = this.#words[word]! & ~(1 << (place & 31))
    this.#words[word] = left
    if (left === 0) this.#summary[word >> 5]! &= ~(1 << (word & 31))
  }

  /** The first taken place at or after `place` (which may be −1), or −1. */
  next(place: number): number {
    if (place < 0) place = 0
    const word = place >> 5
    if (word >= this.#words.length) return -1
    const here = this.#words[word]! & (-1 << (place & 31))
    if (here !== 0) return (word << 5) + lowest(here)
    const found = upward(this.#summary, word + 1)
    return found < 0 ? -1 : (found << 5) + lowest(this.#words[found]!)
  }

  /** The last taken place at or before `place` (which may be past the end), or −1. */
  previous(place: number): number {
    if (place < 0) return -1
    let word = place >> 5
    let mask = -1 >>> (31 - (place & 31))
    if (word >= this.#words.length) {
      word = this.#words.length - 1
      mask = -1
    }
    const here = this.#words[word]! & mask
    if (here !== 0) return (word << 5) + highest(here)
    const found = downward(this.#summary, word - 1)
    return found < 0 ? -1 : (found << 5) + highest(this.#words[found]!)
  }
}

function lowest(bits: number): number {
  return 31 - Math.clz32(bits & -bits)
}

function highest(bits: number): number {
  return 31 - Math.clz32(bits)
}

function upward(summary: Int32Array, from: number): number {
  let index = from >> 5
  if (index >= summary.length) return -1
  let bits = summary[index]! & (-1 << (from & 31))
  while (bits === 0) {
    index += 1
    if (index >= summary.length) return -1
    bits = summary[index]!
  }
  return (index << 5) + lowest(bits)
}

function downward(summary: Int32Array, from: number): number {
  if (from < 0) return -1
  let index = from >> 5
  let bits = summary[index]! & (-1 >>> (31 - (from & 31)))
  while (bits === 0) {
    index -= 1
    if (index < 0) return -1
    bits = summary[index]!
  }
  return (index << 5) + highest(bits)
}
