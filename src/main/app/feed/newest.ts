import type { Standing, Told, ToldFact } from '../../../core/contracts/window-frame.ts'
import type { InstrumentId, Quote } from '../../../core/domain/index.ts'

/** Which instruments' quotes a window wants. */
export type Wanted = ReadonlySet<InstrumentId> | 'all'

interface Change<Value> {
  readonly value: Value
  /** The moment of it. */
  readonly at: number
}

/**
 * What of each thing only the newest counts of, and when each changed. Moments are counted, so that
 * what changed since a window was last told is found without a list for each window.
 */
export class Newest {
  #now = 0
  readonly #quotes: (Change<Quote> | undefined)[] = []
  readonly #facts = new Map<string, Change<Told>>()
  readonly #standings = new Map<string, Change<Standing>>()

  /** The moment of the last change. */
  get now(): number {
    return this.#now
  }

  quote(quote: Quote): void {
    this.#quotes[quote.instrument] = { value: quote, at: ++this.#now }
  }

  /** These are the newest ones, whatever was there before. */
  quotes(quotes: readonly (Quote | undefined)[]): void {
    this.#quotes.length = 0
    for (const quote of quotes) if (quote !== undefined) this.quote(quote)
  }

  fact(source: string, fact: ToldFact): void {
    const about = 'instrument' in fact ? fact.instrument : ''
    const key = `${source} ${fact.kind} ${about}`
    this.#facts.set(key, { value: { source, fact }, at: ++this.#now })
  }

  standing(standing: Standing): void {
    this.#standings.set(standing.name, { value: standing, at: ++this.#now })
  }

  quotesSince(moment: number, wanted: Wanted): readonly Quote[] {
    const quotes: Quote[] = []
    for (const change of this.#quotes) {
      if (change === undefined || change.at <= moment) continue
      if (wanted === 'all' || wanted.has(change.value.instrument)) quotes.push(change.value)
    }
    return quotes
  }

  factsSince(moment: number): readonly Told[] {
    return since(this.#facts, moment)
  }

  standingsSince(moment: number): readonly Standing[] {
    return since(this.#standings, moment)
  }
}

function since<Value>(
  changes: ReadonlyMap<string, Change<Value>>,
  moment: number,
): readonly Value[] {
  const found: Value[] = []
  for (const { value, at } of changes.values()) if (at > moment) found.push(value)
  return found
}
