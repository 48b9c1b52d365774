/**
 * A place of the browser where a page keeps what its person chose; it may be full or forbidden.
 * What could not be kept there is read again as long as the page lives, and then lost.
 */
export interface Keeping {
  /** Undefined for what was never kept, or cannot be read. */
  readonly read: (name: string) => unknown
  /** As it lies there, readable or not; undefined for what was never kept. */
  readonly readText: (name: string) => string | undefined
  /** @returns false when it could not be kept: it ends with the page. */
  readonly keep: (name: string, value: unknown) => boolean
  readonly forget: (name: string) => void
}

/** @param storage undefined where the browser forbids even to look at it. */
export function keepingIn(storage: Storage | undefined, prefix = 'ghtrader.'): Keeping {
  /** With what lay there instead: where another window has kept something since, that counts. */
  const unkept = new Map<string, { readonly text: string; readonly instead: string | undefined }>()
  const lying = (name: string): string | undefined => {
    try {
      return storage?.getItem(prefix + name) ?? undefined
    } catch {
      return undefined
    }
  }
  const readText = (name: string): string | undefined => {
    const there = lying(name)
    const own = unkept.get(name)
    return own !== undefined && own.instead === there ? own.text : there
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
      const text = JSON.stringify(value)
      try {
        storage?.setItem(prefix + name, text)
        unkept.delete(name)
        if (storage !== undefined) return true
      } catch {
        // It is full, or forbidden after all.
      }
      unkept.set(name, { text, instead: lying(name) })
      return false
    },
    forget: (name) => {
      unkept.delete(name)
      try {
        storage?.removeItem(prefix + name)
      } catch {
        // What cannot be reached is not read either.
      }
    },
  }
}
