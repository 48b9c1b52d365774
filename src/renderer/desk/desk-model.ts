import type { Desk } from './desk.ts'

/**
 * A model that is kept beside the desk for as long as the page lives, whether or not a panel that
 * shows it is open: made once a desk, by its first reader.
 */
export function deskModel<Model>(create: (desk: Desk) => Model): (desk: Desk) => Model {
  const made = new WeakMap<Desk, { readonly model: Model }>()
  return (desk) => {
    let found = made.get(desk)
    if (found === undefined) {
      found = { model: create(desk) }
      made.set(desk, found)
    }
    return found.model
  }
}
