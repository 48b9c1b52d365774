/** No order, or the end of a queue. */
export const NO_SLOT = -1

/**
 * Orders of a book as columns, linked into queues by slot numbers, so that a busy book makes no
 * garbage. A slot that was given back is used again.
 */
export class OrderPool {
  price = new Int32Array(1024)
  volume = new Int32Array(1024)
  next = new Int32Array(1024)
  previous = new Int32Array(1024)
  /** The caller's own mark. */
  tag = new Int32Array(1024)
  #used = 0
  #free = NO_SLOT

  acquire(price: number, volume: number, tag: number): number {
    let slot = this.#free
    if (slot === NO_SLOT) {
      slot = this.#used
      this.#used += 1
      if (slot === this.price.length) this.#grow()
    } else this.#free = this.next[slot]!
    this.price[slot] = price
    this.volume[slot] = volume
    this.tag[slot] = tag
    this.next[slot] = NO_SLOT
    this.previous[slot] = NO_SLOT
    return slot
  }

  release(slot: number): void {
    this.volume[slot] = 0
    this.next[slot] = this.#free
    this.#free = slot
  }

  #grow(): void {
    this.price = doubled(this.price)
    this.volume = doubled(this.volume)
    this.next = doubled(this.next)
    this.previous = doubled(this.previous)
    this.tag = doubled(this.tag)
  }
}

function doubled(column: Int32Array): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(column.length * 2)
  grown.set(column)
  return grown
}
