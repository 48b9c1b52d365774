/** What MessagePack carries for us: no maps, no extensions, no bytes, so any language reads it. */
export type Slot = number | string | boolean | null | readonly Slot[]

/**
 * How one value travels. Both ways check the same rule, so that whatever was written can be read,
 * and whatever is read is what its type says.
 *
 * @throws WrongShape on a value that breaks the rule. Reading catches it at the codec's door and
 * makes a failure of it; when writing it is a mistake of this program and goes on upwards.
 */
export interface Wire<Value> {
  /** What travels, in words for the protocol's page. */
  readonly about: string
  write(value: Value): Slot
  read(slot: Slot): Value
}

/** A value that is not what its place in a layout asks for. */
export class WrongShape extends RangeError {
  readonly #expected: string
  readonly #found: string
  #path = ''

  constructor(expected: string, found: unknown) {
    super()
    this.name = 'WrongShape'
    this.#expected = expected
    this.#found = shown(found)
    this.#say()
  }

  /** Names the field that holds the value, from the inside out. */
  within(field: string): this {
    this.#path = this.#path === '' ? field : `${field}.${this.#path}`
    this.#say()
    return this
  }

  #say(): void {
    const where = this.#path === '' ? 'the value' : this.#path
    this.message = `${where} must be ${this.#expected}, was ${this.#found}`
  }
}

function shown(value: unknown): string {
  if (typeof value === 'string') {
    return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)
  }
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) return 'an object'
  return typeof value === 'function' ? 'a function' : String(value)
}

/** Names the field in an error on its way up; anything else passes as it is. */
export function named(error: unknown, field: string): unknown {
  return error instanceof WrongShape ? error.within(field) : error
}
