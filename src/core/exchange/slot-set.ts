/** A set of slots from which one is drawn by chance; adding, dropping and drawing cost the same. */
export class SlotSet {
  size = 0
  #slots = new Int32Array(1024)
  #places = new Int32Array(1024)

  add(slot: number): void {
    if (this.size === this.#slots.length) this.#slots = doubled(this.#slots)
    while (slot >= this.#places.length) this.#places = doubled(this.#places)
    this.#slots[this.size] = slot
    this.#places[slot] = this.size
    this.size += 1
  }

  /** The slot must be in the set. */
  drop(slot: number): void {
    this.size -= 1
    const place = this.#places[slot]!
    const moved = this.#slots[this.size]!
    this.#slots[place] = moved
    this.#places[moved] = place
  }

  /** @param place 0 … size − 1. */
  at(place: number): number {
    return this.#slots[place]!
  }
}

function doubled(column: Int32Array): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(column.length * 2)
  grown.set(column)
  return grown
}
