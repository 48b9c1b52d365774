import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { Replica } from '../../core/replica/index.ts'

/** Panels of one letter show one symbol. */
export const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'] as const
export type Letter = (typeof LETTERS)[number]

export type Links = Readonly<Partial<Record<Letter, string>>>

/** Which symbol each letter shows: `EXCHANGE.code`. */
export class Focus {
  readonly store: StoreApi<Links> = createStore<Links>(() => ({}))

  constructor(changed: () => void) {
    this.store.subscribe(changed)
  }

  /** Undefined before any instrument is known. */
  symbol(letter: Letter): string | undefined {
    const links = this.store.getState()
    return links[letter] ?? links.A
  }

  show(letter: Letter, symbol: string): void {
    this.store.setState({ [letter]: symbol })
  }

  /** Letters as they were kept; what is no letter or no text is left out. */
  restore(links: Links): void {
    this.store.setState(links)
  }

  /** Where nothing was chosen yet, or what was chosen is not there: the first one that trades. */
  take({ state }: Replica): void {
    const there = new Set(state.instruments.map((each) => each?.symbol))
    const chosen = this.store.getState().A
    if (chosen !== undefined && there.has(chosen as never)) return
    const first = state.instruments.find((each) => each?.tradable === true)
    if (first !== undefined) this.show('A', first.symbol)
  }
}
