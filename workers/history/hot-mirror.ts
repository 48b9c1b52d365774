import type { Account, Failure, Fact } from '../../src/core/contracts/index.ts'
import { sayingText } from '../../src/core/contracts/index.ts'
import type { InstrumentId, OrderId, OwnerId, Result } from '../../src/core/domain/index.ts'
import { ok } from '../../src/core/domain/index.ts'
import type { HotEntry, HotStore } from '../../src/core/ports/index.ts'
import type { State } from '../../src/core/state/index.ts'
import { positionOf, targetOf } from '../../src/core/state/index.ts'
import { accountValue, fillValue, orderValue, positionValue, quoteValue } from './hot-values.ts'

type News = Readonly<Record<string, unknown>>

const ACCOUNT = 'account'
/** News for listeners that wait while the store is away; older ones are dropped, states are not. */
const MOST_NEWS = 1000
/** Flushes that are left out after one that failed. */
const RESTS = 10

/**
 * Keeps the hot store like the state: notes what changed, and writes the latest of it in one
 * batch now and then. After a failure it writes everything anew, since nobody knows what arrived
 * and a store that was started again is empty.
 */
export class HotMirror {
  readonly #store: HotStore
  readonly #state: State
  readonly #quotes = new Set<InstrumentId>()
  readonly #orders = new Set<OrderId>()
  /** What the store has of earlier writes: taken out once their day is over. */
  readonly #stored = new Set<OrderId>()
  readonly #positions = new Set<string>()
  #account: Account | undefined
  #accountChanged = false
  #news: News[] = []
  #writing: Promise<Failure | undefined> | undefined
  #rest = 0
  #cleared = false
  #whole = true

  constructor(store: HotStore, state: State) {
    this.#store = store
    this.#state = state
  }

  /** To be told of a fact once the state knows it. */
  fact(fact: Fact): void {
    switch (fact.kind) {
      case 'quote':
        this.#quotes.add(fact.instrument)
        return
      case 'order':
        this.#orders.add(fact.order.id)
        return
      case 'fill':
        return this.#fill(fact)
      case 'position':
        this.#positions.add(`${fact.position.owner} ${fact.position.instrument}`)
        return
      case 'target':
        this.#positions.add(`${fact.owner} ${fact.instrument}`)
        return
      case 'account':
        this.#account = fact.account
        this.#accountChanged = true
        return
      case 'state':
        this.#tell({
          kind: 'state',
          state: fact.state,
          cause: fact.cause,
          reason: sayingText(fact.reason),
        })
        return
      case 'settlement':
      case 'snapshot':
        this.#whole = true
        return
      default:
    }
  }

  /** Writes what changed; undefined when that went well or there was nothing to write. */
  async flush(): Promise<Failure | undefined> {
    if (this.#writing !== undefined) return undefined
    if (this.#rest > 0) {
      this.#rest--
      return undefined
    }
    this.#writing = this.#flush()
    const failure = await this.#writing
    this.#writing = undefined
    if (failure !== undefined) this.#rest = RESTS
    return failure
  }

  /** Writes the last changes, once what is being written is. */
  async end(): Promise<void> {
    await this.#writing
    this.#rest = 0
    await this.flush()
  }

  async #flush(): Promise<Failure | undefined> {
    if (!this.#cleared) {
      // What an earlier life left is nobody's state any more.
      const cleared = await this.#store.clear()
      if (!cleared.ok) return cleared.error
      this.#cleared = true
    }
    const entries = this.#whole ? this.#everything() : this.#changes()
    const news = this.#news
    this.#forget()
    const put: Result<void, Failure> =
      entries.length === 0 ? ok(undefined) : await this.#store.put(entries)
    if (!put.ok) {
      this.#whole = true
      for (const { kind, id } of entries) if (kind === 'order') this.#stored.add(id as OrderId)
      return this.#keep(news, put.error)
    }
    for (const [index, message] of news.entries()) {
      const told = await this.#store.publish(message)
      if (!told.ok) return this.#keep(news.slice(index), told.error)
    }
    return undefined
  }

  #keep(news: readonly News[], why: Failure): Failure {
    this.#news = [...news, ...this.#news].slice(-MOST_NEWS)
    return why
  }

  #fill(fact: Extract<Fact, { readonly kind: 'fill' }>): void {
    const { owner, instrument: id } = fact.fill
    this.#positions.add(`${owner} ${id}`)
    const instrument = this.#state.instruments[id]
    if (instrument === undefined) return
    this.#tell({ kind: 'fill', ...fillValue(instrument, this.#name(owner), fact) })
  }

  #tell(message: News): void {
    this.#news.push(message)
    if (this.#news.length > MOST_NEWS) this.#news.shift()
  }

  #changes(): readonly HotEntry[] {
    const orders = [...this.#orders].map((id) => this.#order(id))
    const positions = [...this.#positions].flatMap((key) => {
      const [owner, instrument] = key.split(' ').map(Number)
      return this.#position(owner as OwnerId, instrument as InstrumentId)
    })
    const quotes = [...this.#quotes].flatMap((id) => this.#quote(id))
    return [...quotes, ...orders, ...positions, ...(this.#accountChanged ? this.#accounts() : [])]
  }

  #everything(): readonly HotEntry[] {
    const { quotes, orders, positions } = this.#state
    const gone = [...this.#stored].filter((id) => !orders.has(id))
    return [
      ...quotes.flatMap((quote) => (quote === undefined ? [] : this.#quote(quote.instrument))),
      ...[...gone, ...orders.keys()].map((id) => this.#order(id)),
      ...positions.flatMap((held) =>
        held.flatMap((each) => (each ? this.#position(each.owner, each.instrument) : [])),
      ),
      ...this.#accounts(),
    ]
  }

  #forget(): void {
    this.#whole = false
    this.#quotes.clear()
    this.#orders.clear()
    this.#positions.clear()
    this.#accountChanged = false
    this.#news = []
  }

  #quote(id: InstrumentId): readonly HotEntry[] {
    const [instrument, quote] = [this.#state.instruments[id], this.#state.quotes[id]]
    if (instrument === undefined || quote === undefined) return []
    return [{ kind: 'quote', id: instrument.symbol, value: quoteValue(instrument, quote) }]
  }

  /** The order as it stands; undefined takes it out of the store. */
  #order(id: OrderId): HotEntry {
    const order = this.#state.orders.get(id)
    const instrument = order && this.#state.instruments[order.instrument]
    if (order === undefined) this.#stored.delete(id)
    else this.#stored.add(id)
    const value = order && instrument && orderValue(instrument, this.#name(order.owner), order)
    return { kind: 'order', id, value }
  }

  #position(owner: OwnerId, id: InstrumentId): readonly HotEntry[] {
    const instrument = this.#state.instruments[id]
    if (instrument === undefined) return []
    const target = targetOf(this.#state, owner, id)?.target ?? NaN
    const name = this.#name(owner)
    const value = positionValue(instrument, name, positionOf(this.#state, owner, id), target)
    return [{ kind: 'position', id: `${name}:${instrument.symbol}`, value }]
  }

  #accounts(): readonly HotEntry[] {
    if (this.#account === undefined) return []
    return [{ kind: 'account', id: ACCOUNT, value: accountValue(this.#account) }]
  }

  #name(owner: OwnerId): string {
    return this.#state.owners[owner]?.name ?? `owner ${owner}`
  }
}
