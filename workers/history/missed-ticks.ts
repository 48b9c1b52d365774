import type { Station } from '../../src/adapters/station/index.ts'
import type { WarmUpFact } from '../../src/core/contracts/index.ts'
import type { Instrument, InstrumentId, Quote, TradingDay } from '../../src/core/domain/index.ts'
import { NO_TRADING_DAY } from '../../src/core/domain/index.ts'
import type { Tape } from '../../src/core/history/index.ts'
import type { History } from '../../src/core/ports/index.ts'
import type { Mark } from './dates.ts'
import { feedOrder } from './dates.ts'
import { storedMark } from './stored-mark.ts'
import type { Ticks } from './ticks.ts'

/** As many as the gateway remembers of an instrument. */
const REMEMBERED = 3000
/** Instruments that are asked for at the same time: a gateway drops questions beyond its bound. */
const AT_ONCE = 4
/** Milliseconds until a question is taken for lost, and how often it is asked. */
const ANSWERED_WITHIN = 2000
const ATTEMPTS = 2

export interface MissedTicksParts {
  readonly station: Station
  readonly gateway: string
  readonly history: Pick<History, 'query'>
  readonly tape: Tape
  readonly instruments: readonly (Instrument | undefined)[]
  readonly ticks: Ticks
}

interface Question {
  readonly quotes: Quote[]
  readonly answered: (isWhole: boolean) => void
}

/**
 * Fetches the ticks that were told before this process listened, or were lost on the way to it,
 * from the gateway's memory. Until they are there the newer ones wait, so that the ticks of a
 * contract reach the store in the order of the feed.
 */
export class MissedTicks {
  readonly #parts: MissedTicksParts
  readonly #asked = new Map<InstrumentId, Question>()
  #waiting: Quote[] = []
  #told = NO_TRADING_DAY
  #round = 0
  #storeAnswers = true

  constructor(parts: MissedTicksParts) {
    this.#parts = parts
  }

  /** @param newest the last quote of every instrument, as a snapshot told it on a trading day. */
  begin(newest: readonly Quote[], told: TradingDay): void {
    const { ticks } = this.#parts
    this.#round++
    this.#told = told
    this.#storeAnswers = true
    for (const { answered } of this.#asked.values()) answered(false)
    this.#waiting = newest.filter((quote) => {
      const mark = ticks.mark(quote.instrument)
      return mark === undefined || ticks.isHeld(quote.instrument) || feedOrder(quote, mark) > 0
    })
    for (const { instrument } of this.#waiting) ticks.hold(instrument)
    for (let line = 0; line < AT_ONCE; line++) void this.#fetch(this.#round)
  }

  /** @param day that it is, or none: what was missed before the first one was told is of it. */
  dayIsTold(day: TradingDay): void {
    if (this.#told === NO_TRADING_DAY) this.#told = day
  }

  /** What the gateway remembers, a frame of it. */
  take({ instrument, quotes, last }: WarmUpFact): void {
    const question = this.#asked.get(instrument)
    if (question === undefined) return
    question.quotes.push(...quotes)
    if (last) question.answered(true)
  }

  /** Nothing is asked any more. */
  end(): void {
    this.#round++
    this.#waiting = []
    for (const { answered } of this.#asked.values()) answered(false)
  }

  /** One instrument after the other, until there is none or another snapshot came. */
  async #fetch(round: number): Promise<void> {
    for (let newest = this.#waiting.shift(); newest !== undefined;) {
      const { instrument } = newest
      const before = this.#parts.ticks.mark(instrument) ?? (await this.#stored(instrument))
      if (round !== this.#round) return
      const quotes = await this.#remembered(instrument, round)
      if (round !== this.#round) return
      const isAll = before === undefined && (quotes?.length ?? REMEMBERED) < REMEMBERED
      this.#parts.ticks.fill(instrument, quotes ?? [newest], this.#told, before, isAll)
      newest = this.#waiting.shift()
    }
  }

  async #stored(instrument: InstrumentId): Promise<Mark | undefined> {
    const { history, tape, instruments } = this.#parts
    const symbol = instruments[instrument]?.symbol
    if (symbol === undefined || !this.#storeAnswers) return undefined
    const found = await storedMark(history, tape, symbol)
    if (!found.ok) this.#storeAnswers = false
    return found.ok ? found.value : undefined
  }

  /** Undefined where the gateway does not answer. */
  async #remembered(
    instrument: InstrumentId,
    round: number,
  ): Promise<readonly Quote[] | undefined> {
    for (let attempt = 0; attempt < ATTEMPTS && round === this.#round; attempt++) {
      const quotes: Quote[] = []
      const whole = await this.#ask(instrument, quotes)
      if (whole) return quotes
    }
    return undefined
  }

  #ask(instrument: InstrumentId, quotes: Quote[]): Promise<boolean> {
    const { station, gateway } = this.#parts
    return new Promise((resolve) => {
      const answered = (isWhole: boolean): void => {
        clearTimeout(late)
        if (this.#asked.get(instrument) === question) this.#asked.delete(instrument)
        resolve(isWhole)
      }
      const question: Question = { quotes, answered }
      const late = setTimeout(() => answered(false), ANSWERED_WITHIN)
      this.#asked.set(instrument, question)
      const command = { kind: 'WarmUpRequest' as const, instrument, count: REMEMBERED }
      void station
        .push(gateway)
        .send(station.codec.encodeCommand({ ...station.head(0), ...command }))
    })
  }
}
