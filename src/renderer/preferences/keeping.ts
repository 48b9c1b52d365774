/** A place of the browser where a page keeps what its person chose; it may be full or forbidden. */
export interface Keeping {
  /** Undefined for what was never kept, or cannot be read. */
  readonly read: (name: string) => unknown
  /** As it lies there, readable or not; undefined for what was never kept. */
  readonly readText: (name: string) => string | undefined
  /** @returns false when it could not be kept. */
  readonly keep: (name: string, value: unknown) => boolean
  readonly forget: (name: string) => void
}

/** @param storage undefined where the browser forbids even to look at it. */
export function keepingIn(storage: Storage | undefined, prefix = 'ghtrader.'): Keeping {
  const readText = (name: string): string | undefined => {
    try {
      return storage?.getItem(prefix + name) ?? undefined
    } catch {
      return undefined
    }
  }
  return {
    readText,
    read: (name) => {
      try {
        const text = readText(name)
        return text === undefined ? undefined : (JSON.parse(text) as unknown)
      } catch {
        return undefined
      }
    },
    keep: (name, value) => {
      try {
        storage?.setItem(prefix + name, JSON.stringify(value))
        return storage !== undefined
      } catch {
        return false
      }
    },
    forget: (name) => {
      try {
        storage?.removeItem(prefix + name)
      } catch {
        // What cannot be reached is not read either.
      }
    },
  }
}
