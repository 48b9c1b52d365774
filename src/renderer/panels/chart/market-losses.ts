import { deskModel } from '../../desk/index.ts'
import type { Desk } from '../../desk/index.ts'
import { tapeOf } from './chart-feed.ts'

const KEPT = 200

/**
 * When the gateway lost quotes of its market: nobody recorded them, so that no history fills the
 * gap. It tells of that with its beat, and not of which contract.
 */
export class MarketLosses {
  /** Session time of each, oldest first. */
  at: readonly number[] = []
  isOpen = false
  readonly #desk: Desk
  #tape = ''

  constructor(desk: Desk) {
    this.#desk = desk
    desk.listen({
      onOpening: ({ sources, gateway }) => {
        const tape = JSON.stringify(tapeOf(desk))
        if (tape !== this.#tape) this.at = []
        this.#tape = tape
        this.#look(sources.get(gateway)?.beat?.notes ?? [])
      },
      onFact: (source, fact) => {
        if (fact.kind === 'beat' && source === desk.replica?.gateway) this.#look(fact.notes)
      },
    })
  }

  #look(notes: readonly { readonly code: string }[]): void {
    const isOpen = notes.some(({ code }) => code === 'beat.quotes-missing')
    const { replica } = this.#desk
    if (isOpen && !this.isOpen && replica !== undefined) {
      this.at = [...this.at, replica.session.at].slice(-KEPT)
    }
    this.isOpen = isOpen
  }
}

export const marketLossesOf = deskModel((desk) => new MarketLosses(desk))
