import { quotesOf } from '../../../core/desk/chart-rows.ts'
import { PriceVolume } from '../../../core/desk/price-volume.ts'
import { Tape } from '../../../core/desk/tape-rows.ts'
import type { InstrumentId } from '../../../core/domain/index.ts'
import type { Desk } from '../../desk/index.ts'
import { deskModel } from '../../desk/index.ts'

/** Ticks that history is asked for when an instrument is shown first. */
const EARLIER_TICKS = 2_001
/** Of these the tape takes so many; all of them count for the volume at price. */
const EARLIER_ROWS = 201

/** What is remembered of the market in one instrument. */
export interface MarketMemory {
  readonly tape: Tape
  readonly volume: PriceVolume
}

export interface MarketMemories {
  /** Of an instrument that is shown; undefined where nobody announced it. */
  readonly of: (instrument: InstrumentId) => MarketMemory | undefined
}

/** Trades of the instruments that panels follow; of others nothing is kept. */
export const marketMemoriesOf = deskModel((desk: Desk): MarketMemories => {
  const memories = new Map<InstrumentId, MarketMemory>()
  const of = (id: InstrumentId): MarketMemory | undefined => {
    const known = memories.get(id)
    const instrument = desk.replica?.state.instruments[id]
    if (known !== undefined || instrument === undefined) return known
    const made = { tape: new Tape(instrument), volume: new PriceVolume(instrument) }
    memories.set(id, made)
    const quote = desk.quoteOf(id)
    if (quote !== undefined) made.volume.take(quote, undefined)
    void join(desk, id, made)
    return made
  }
  desk.listen({
    onOpening: () => memories.clear(),
    onQuote: (quote, before) => {
      const memory = memories.get(quote.instrument)
      memory?.tape.take(quote, before)
      memory?.volume.take(quote, before)
    },
  })
  desk.focus.store.subscribe((links) => {
    const linked = new Set(Object.values(links).map((symbol) => desk.instrument(symbol)?.id))
    for (const id of memories.keys()) if (!linked.has(id)) memories.delete(id)
  })
  return { of }
})

/** What history knows of before; without a history it begins with the first live quote. */
async function join(desk: Desk, id: InstrumentId, memory: MarketMemory): Promise<void> {
  const { opening, replica } = desk.session
  const instrument = replica?.state.instruments[id]
  if (opening === undefined || instrument === undefined) return
  const { mode, profile } = opening.origin
  const answer = await desk.session.history({
    kind: 'last-ticks',
    tape: { mode, profile, runId: opening.runId },
    symbol: instrument.symbol,
    count: EARLIER_TICKS,
  })
  if (!answer.ok) return
  const { quotes } = quotesOf(instrument, answer.value)
  const { since } = memory.volume
  memory.tape.join(quotes.slice(-EARLIER_ROWS))
  if (!Number.isNaN(since)) memory.volume.join(quotes, since)
  desk.frames.mark('quotes')
}
