import { reasonOf } from '../../core/desk/refusal-list.ts'
import { priceFormat } from '../format/index.ts'
import type { Desk } from '../desk/index.ts'
import type { Translate } from '../words/index.ts'
import { codeWords } from '../words/index.ts'

const LEAST_GAP = 1000
const MOST_AT_ONCE = 3

/**
 * What a reader is told: fills and refusals, at most once a second, merged. Prices are never told
 * of themselves.
 */
export class Spoken {
  readonly #waiting: string[] = []
  #toldAt = -Infinity

  constructor(desk: Desk, translate: () => Translate) {
    desk.listen({
      onFact: (_, fact) => {
        const t = translate()
        if (fact.kind === 'fill') {
          const { instrument, side, volume, price } = fact.fill
          const terms = desk.replica?.state.instruments[instrument]
          if (terms === undefined) return
          const text = priceFormat(terms).ticks(price)
          this.#waiting.push(`${t(side)} ${volume} ${terms.symbol} ${text}`)
        } else if (fact.kind === 'ack' && fact.outcome !== 'accepted' && fact.sender === 'hand') {
          const why = fact.code === '' ? fact.message : codeWords(fact.code, fact.message, t)
          this.#waiting.push(`${t('alert.refused')} ${why}`)
        } else if (fact.kind === 'order' && fact.order.status === 'rejected') {
          const { code, words } = reasonOf(fact.order.reason)
          const why = code === '' ? words : codeWords(code, words, t)
          this.#waiting.push(`${t('alert.refused')} ${why}`)
        }
      },
    })
  }

  /** What is to be told now, if anything; to be asked a few times a second. */
  next(now: number): string | undefined {
    if (this.#waiting.length === 0 || now - this.#toldAt < LEAST_GAP) return undefined
    this.#toldAt = now
    const told = this.#waiting.splice(0, Infinity)
    const more = told.length - MOST_AT_ONCE
    const shown = told.slice(-MOST_AT_ONCE).join('. ')
    return more > 0 ? `${shown} (+${more})` : shown
  }
}
