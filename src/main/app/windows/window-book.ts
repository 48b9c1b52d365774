import type { Saying } from '../../../core/contracts/index.ts'
import { saying } from '../../../core/contracts/index.ts'
import type { WindowFigures } from '../../../core/contracts/window.ts'

interface Told {
  readonly name: string
  readonly figures: WindowFigures
}

/** One window's page in the book. */
export interface WindowEntry {
  /** Counted through main's life. */
  readonly number: number
  /** Replaces what it told before. */
  readonly tell: (name: string, figures: WindowFigures) => void
  /** It is gone, and what it told with it. */
  readonly close: () => void
}

/** Which windows there are, and what they measure of themselves. */
export class WindowBook {
  #count = 0
  readonly #told = new Map<number, Told>()

  open(): WindowEntry {
    const number = ++this.#count
    let open = true
    return {
      number,
      tell: (name, figures) => {
        if (open) this.#told.set(number, { name, figures })
      },
      close: () => {
        open = false
        this.#told.delete(number)
      },
    }
  }

  /** Everything that windows told, as `window.<number>.<figure>`. */
  figures(): Readonly<Record<string, number>> {
    const all: Record<string, number> = {}
    for (const [number, { figures }] of this.#told) {
      for (const [name, figure] of Object.entries(figures)) all[`window.${number}.${name}`] = figure
    }
    return all
  }

  /** Who the numbers are, for a person; nothing while there is no window. */
  notes(): readonly Saying[] {
    const windows = [...this.#told].map(([number, { name }]) => shown(name, number))
    return windows.length === 0 ? [] : [saying('beat.windows', { windows })]
  }
}

function shown(name: string, number: number): Saying {
  if (name === 'desk') return saying('window.desk', { number })
  return saying('window.panel', { panel: name, number })
}
