import type { Market } from '../../src/adapters/market/market.ts'
import type { Station } from '../../src/adapters/station/index.ts'
import type {
  Fact,
  HelloFact,
  Saying,
  SnapshotFact,
  VenueReport,
} from '../../src/core/contracts/index.ts'
import type { InstrumentId, Micros, Quote, SenderId } from '../../src/core/domain/index.ts'
import type { Tally } from './tally.ts'

type Told = SnapshotFact['facts'][number]

/** What the exchange tells everybody, and the last of it for those who come late. */
export class Voice {
  /** Quotes told, in this life. */
  quotes = 0
  /** Who asked how things stand. */
  readonly followers = new Set<SenderId>()
  readonly #station: Station
  readonly #market: Market
  readonly #tally: Tally
  readonly #latest: (Quote | undefined)[] = []

  constructor(station: Station, market: Market, tally: Tally) {
    this.#station = station
    this.#market = market
    this.#tally = tally
  }

  /** The first words of a life. */
  greet(): void {
    for (const fact of this.#introduction()) this.#station.writer.publish(fact)
  }

  quote(quote: Quote): void {
    this.quotes++
    this.#latest[quote.instrument] = quote
    this.#station.writer.quote(quote)
  }

  report(report: VenueReport): void {
    const { codec, epoch } = this.#station
    this.#station.send(codec.encodeReport(report, epoch))
  }

  fact(fact: Fact): void {
    this.#station.writer.publish(fact)
  }

  health(at: Micros, ok: boolean, saying: Saying): void {
    this.fact({ kind: 'health', at, ok, saying })
  }

  flush(): void {
    this.#station.writer.flush()
  }

  /**
   * Tells one follower how things stand: who speaks, what is listed, the last quotes of the
   * instruments asked for (of all, where none is named), and how the feed stands.
   */
  answer(
    requester: SenderId,
    instruments: readonly InstrumentId[],
    standing: readonly Told[],
  ): void {
    this.followers.add(requester)
    const wanted = (quote: Quote | undefined): quote is Quote =>
      quote !== undefined && (instruments.length === 0 || instruments.includes(quote.instrument))
    const quotes = this.#latest.filter(wanted)
    this.#station.writer.snapshot(requester, [...this.#introduction(), ...quotes, ...standing])
  }

  #introduction(): readonly Told[] {
    const { mode, profile } = this.#station.spec
    const { tradingDay } = this.#tally
    const hello: HelloFact = { kind: 'hello', mode, profile, tradingDay }
    const { instruments } = this.#market
    return [hello, { kind: 'directory', instruments, owners: [] }]
  }
}
