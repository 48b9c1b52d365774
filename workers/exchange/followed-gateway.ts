import { openingOf } from '../../src/adapters/market-data/exchange/opening.ts'
import type { Followed, Station } from '../../src/adapters/station/index.ts'
import { follow } from '../../src/adapters/station/index.ts'
import type { Loss } from '../../src/core/channel/index.ts'
import { failure } from '../../src/core/contracts/index.ts'
import type { Instrument, Quote } from '../../src/core/domain/index.ts'
import type { MarketOpening } from '../../src/core/ports/index.ts'

/** Whoever lives on the quotes of a gateway. */
export interface QuoteListener {
  /** How things stand, after a loss: what follows counts on from it. */
  onOpened(opening: MarketOpening): void
  onQuote(quote: Quote): void
  /** Nothing more comes until `onOpened`. */
  onLost(loss: Loss): void
}

/**
 * A gateway's quotes, for an exchange that fills at them. The first snapshot says what is listed;
 * a gateway that lists something else later ends this process, whose books speak of the former.
 */
export class FollowedGateway {
  listener: QuoteListener | undefined
  readonly name: string
  readonly #station: Station
  readonly #followed: Followed
  readonly #onFirst: (opening: MarketOpening) => void
  #listed: string | undefined

  /**
   * @param name among the peers of the station.
   * @param onFirst is to set the listener.
   */
  constructor(station: Station, name: string, onFirst: (opening: MarketOpening) => void) {
    this.#station = station
    this.name = name
    this.#onFirst = onFirst
    this.#followed = follow(station, name, {
      follows: ['directory', 'quote'],
      onSnapshot: (snapshot) => this.#opened(openingOf(snapshot)),
      onFact: (fact) => {
        if (fact.kind === 'quote') this.listener?.onQuote(fact)
        else if (fact.kind === 'directory') this.#lists(fact.instruments)
      },
      onLost: (loss) => this.listener?.onLost(loss),
      onConnected: (connected) => {
        if (!connected && this.#followed.reader.following) this.#restart()
      },
    })
  }

  /** A gateway answers once it knows its market and the time; until then it is asked again. */
  #opened(opening: MarketOpening | undefined): void {
    if (opening === undefined || !Number.isSafeInteger(opening.at)) return this.#restart()
    if (!this.#lists(opening.instruments)) return
    if (this.listener === undefined) this.#onFirst(opening)
    else this.listener.onOpened(opening)
  }

  #lists(instruments: readonly Instrument[]): boolean {
    const listed = JSON.stringify(instruments.toSorted((one, other) => one.id - other.id))
    this.#listed ??= listed
    if (this.#listed === listed) return true
    const words = `${this.name} lists other instruments than before, and the books are of those`
    void this.#station.fail(failure('worker.start', `${words}: start this exchange again`))
    return false
  }

  #restart(): void {
    this.#followed.reader.restart(this.#station.clock.monotonic())
  }
}
