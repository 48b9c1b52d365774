/** Adds to the end of a list that keeps so many; the oldest goes. */
export function remember<Item>(list: Item[], item: Item, kept: number): void {
  if (list.push(item) > kept) list.shift()
}
