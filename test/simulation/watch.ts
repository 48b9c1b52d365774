import { createHash } from 'node:crypto'
import type { Fact, VenueReport, VenueRequest } from '../../src/core/contracts/index.ts'
import type { InstrumentId, OwnerId } from '../../src/core/domain/index.ts'
import { isFinal, netLots } from '../../src/core/domain/index.ts'
import type { GatewayEngine, Observer } from '../../src/core/engine/index.ts'
import type { GatewayRecord } from '../../src/core/journal/index.ts'
import { positionOf, targetOf } from '../../src/core/state/index.ts'

interface Reach {
  high: number
  low: number
}

/** Sees everything that a run does, and says which promise it broke. */
export class Watch implements Observer {
  readonly broken: string[] = []
  readonly counts = { submits: 0, fills: 0, rejected: 0, unknown: 0, halts: 0 }
  readonly #hash = createHash('sha256')
  readonly #intents = new Map<string, string>()
  readonly #sent: number[] = []
  readonly #messages: number[] = []
  readonly #reach = new Map<string, Reach>()
  readonly #journal: readonly GatewayRecord[]
  #journalled = 0
  readonly #durable = new Set<string>()
  gateway: GatewayEngine | undefined
  #afterRestart = false
  #now = 0
  #passed = 0

  constructor(journal: readonly GatewayRecord[]) {
    this.#journal = journal
  }

  /**
   * The world's clock. What counts here is the time that passed, whatever the clock jumped back.
   */
  set now(now: number) {
    this.#passed += Math.max(0, now - this.#now)
    this.#now = now
  }

  hash(): string {
    return this.#hash.copy().digest('hex')
  }

  quote(): void {
    return undefined
  }

  fact(fact: Fact): void {
    if (fact.kind === 'signal') return
    if (fact.kind === 'state' && fact.state === 'halted') this.counts.halts++
    if (fact.kind === 'order' && fact.order.status === 'unknown') this.counts.unknown++
    this.#log(fact)
  }

  target(): void {
    return undefined
  }

  report(report: VenueReport): void {
    if (report.kind === 'filled') this.counts.fills++
    if (report.kind === 'rejected') this.counts.rejected++
    this.#log(report)
  }

  request(request: VenueRequest): void {
    this.#log(request)
    if (request.kind === 'cancel') this.#messages.push(this.#passed)
    if (request.kind !== 'submit') return
    const { order } = request
    this.counts.submits++
    this.#sent.push(this.#passed)
    this.#messages.push(this.#passed)
    for (; this.#journalled < this.#journal.length; this.#journalled++) {
      const record = this.#journal[this.#journalled]
      if (record?.kind === 'order') this.#durable.add(record.order.id)
    }
    if (!this.#durable.has(order.id)) this.#break(`order ${order.id} was sent before its record`)
    const other = this.#intents.get(order.intent)
    if (other !== undefined) this.#break(`intent ${order.intent} made ${other} and ${order.id}`)
    this.#intents.set(order.intent, order.id)
    const { state } = this.gateway!.state.trading
    if (state === 'halted') this.#break(`order ${order.id} was sent while halted`)
    if (state === 'flattening' && order.offset === 'open') {
      this.#break(`opening order ${order.id} was sent while flattening`)
    }
  }

  /** Another life of the gateway: what its journal brought back was allowed when it was sent. */
  restarted(gateway: GatewayEngine): void {
    this.gateway = gateway
    this.#afterRestart = true
  }

  /** Called after every event. */
  look(owners: readonly OwnerId[], instruments: readonly InstrumentId[]): void {
    for (const owner of owners)
      for (const instrument of instruments) this.#within(owner, instrument)
    this.#afterRestart = false
    this.#pace(this.#sent, 5, 'orders')
    this.#pace(this.#messages, 9, 'messages')
  }

  /**
   * Working + filled never beyond target: counted from the last moment without a working order, an
   * owner may reach no further than the furthest of what it held then and its targets since.
   */
  #within(owner: OwnerId, instrument: InstrumentId): void {
    const { state } = this.gateway!
    const net = netLots(positionOf(state, owner, instrument))
    const target = targetOf(state, owner, instrument)?.target
    const wanted = state.trading.state === 'flattening' ? 0 : (target ?? net)
    let buys = 0
    let sells = 0
    for (const order of state.working[instrument] ?? []) {
      if (order.owner !== owner || isFinal(order.status)) continue
      if (order.side === 'buy') buys += order.volume - order.filled
      else sells += order.volume - order.filled
    }
    const key = `${owner}/${instrument}`
    const before = this.#reach.get(key)
    const high = Math.max(before?.high ?? net, wanted, this.#afterRestart ? net + buys : -Infinity)
    const low = Math.min(before?.low ?? net, wanted, this.#afterRestart ? net - sells : Infinity)
    if (net + buys > high || net - sells < low) {
      this.#break(
        `owner ${owner} in ${instrument} may reach ${net - sells}..${net + buys}, beyond ${low}..${high}`,
      )
    }
    const quiet = buys === 0 && sells === 0
    this.#reach.set(
      key,
      quiet ? { high: Math.max(net, wanted), low: Math.min(net, wanted) } : { high, low },
    )
  }

  #pace(stamps: number[], most: number, what: string): void {
    while (stamps.length > 0 && this.#passed - stamps[0]! >= 1_000_000) stamps.shift()
    if (stamps.length > most) this.#break(`${stamps.length} ${what} within a second`)
  }

  #break(message: string): void {
    this.broken.push(message)
  }

  #log(entry: unknown): void {
    this.#hash.update(JSON.stringify(entry))
  }
}
