import { quotesOf } from '../../../core/desk/chart-rows.ts'
import { PriceVolume } from '../../../core/desk/price-volume.ts'
import { Tape } from '../../../core/desk/tape-rows.ts'
import type { InstrumentId, Quote } from '../../../core/domain/index.ts'
import type { Desk } from '../../desk/index.ts'
import { deskModel } from '../../desk/index.ts'

/** Ticks that history is asked for when an instrument is shown first. */
const EARLIER_TICKS = 2_001
/** Of these the tape takes so many; all of them count for the volume at price. */
const EARLIER_ROWS = 201

/** Until history is asked for what was missed, and again while it does not know; milliseconds. */
const MENDING = [1_500, 3_000, 10_000, 30_000]

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
      if (memory === undefined) return
      memory.volume.take(quote, before)
      if (memory.tape.take(quote, before)) void mend(desk, quote.instrument, memory.tape)
    },
    onBreak: () => {
      for (const { tape } of memories.values()) tape.breaks()
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
  const quotes = await earlierOf(desk, id)
  if (quotes === undefined) return
  const { since } = memory.volume
  memory.tape.join(quotes.slice(-EARLIER_ROWS))
  if (!Number.isNaN(since)) memory.volume.join(quotes, since)
  desk.frames.mark('quotes')
}

/** What history knows of that was not heard; where it never does, the tape goes on saying so. */
async function mend(desk: Desk, id: InstrumentId, tape: Tape): Promise<void> {
  for (const wait of MENDING) {
    await new Promise((resolve) => setTimeout(resolve, wait))
    const quotes = await earlierOf(desk, id)
    if (quotes !== undefined) tape.mend(quotes)
    desk.frames.mark('quotes')
    if (!tape.hasHoles) return
  }
}

/** The newest ticks that history knows of, oldest first. */
async function earlierOf(desk: Desk, id: InstrumentId): Promise<readonly Quote[] | undefined> {
  const { opening, replica } = desk.session
  const instrument = replica?.state.instruments[id]
  if (opening === undefined || instrument === undefined) return undefined
  const { mode, profile } = opening.origin
  const answer = await desk.session.history({
    kind: 'last-ticks',
    tape: { mode, profile, runId: opening.runId },
    symbol: instrument.symbol,
    count: EARLIER_TICKS,
  })
  return answer.ok ? quotesOf(instrument, answer.value).quotes : undefined
}
