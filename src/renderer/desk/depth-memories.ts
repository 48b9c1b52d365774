import { DepthMemory } from '../../core/desk/depth-memory.ts'
import type { InstrumentId } from '../../core/domain/index.ts'
import type { Desk } from './desk.ts'

/** What was last seen at each price, by instrument: one memory for all panels of a window. */
export interface DepthMemories {
  /** Undefined of an instrument that nobody announced. */
  readonly of: (instrument: InstrumentId) => DepthMemory | undefined
}

const known = new WeakMap<Desk, DepthMemories>()

/** Those of a window; it remembers from the first call on, for as long as the window lives. */
export function depthMemories(desk: Desk): DepthMemories {
  const there = known.get(desk)
  if (there !== undefined) return there
  const memories: (DepthMemory | undefined)[] = []
  const of = (id: InstrumentId): DepthMemory | undefined => {
    const memory = memories[id]
    if (memory !== undefined) return memory
    const instrument = desk.replica?.state.instruments[id]
    if (instrument === undefined) return undefined
    const quote = desk.quoteOf(id)
    const made = (memories[id] = new DepthMemory(instrument))
    if (quote !== undefined) made.take(quote)
    return made
  }
  desk.listen({
    onOpening: () => void (memories.length = 0),
    onQuote: (quote) => of(quote.instrument)?.take(quote),
  })
  const made: DepthMemories = { of }
  known.set(desk, made)
  return made
}
