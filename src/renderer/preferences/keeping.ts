/** A place of the browser where a page keeps what its person chose; it may be full or forbidden. */
export interface Keeping {
  /** Undefined for what was never kept, or cannot be read. */
  readonly read: (name: string) => unknown
  /** @returns false when it could not be kept. */
  readonly keep: (name: string, value: unknown) => boolean
}

/** @param storage undefined where the browser forbids even to look at it. */
export function keepingIn(storage: Storage | undefined, prefix = 'ghtrader.'): Keeping {
  return {
    read: (name) => {
      try {
        const text = storage?.getItem(prefix + name)
        return text === null || text === undefined ? undefined : (JSON.parse(text) as unknown)
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
  }
}
