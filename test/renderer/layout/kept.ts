import type { Keeping } from '../../../src/renderer/preferences/index.ts'
import { keepingIn } from '../../../src/renderer/preferences/index.ts'

/** A browser's keeping in memory; a full one takes nothing more. */
export class Memory {
  readonly texts = new Map<string, string>()
  full = false
  readonly keeping: Keeping = keepingIn(
    {
      getItem: (name: string) => this.texts.get(name) ?? null,
      setItem: (name: string, text: string) => {
        if (this.full) throw new Error('full')
        this.texts.set(name, text)
      },
      removeItem: (name: string) => void this.texts.delete(name),
    } as unknown as Storage,
    '',
  )

  get names(): readonly string[] {
    return [...this.texts.keys()].toSorted()
  }
}
