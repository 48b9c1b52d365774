import type { GatewayRecord } from '../../src/core/journal/index.ts'
import type { OrderId } from '../../src/core/domain/index.ts'
import { isFinal, netLots } from '../../src/core/domain/index.ts'
import type { State } from '../../src/core/state/index.ts'
import { positionOf, targetOf } from '../../src/core/state/index.ts'

interface Bounds {
  readonly high: number
  readonly low: number
}

/**
 * Working + filled never beyond target, at every record of a journal: counted from the last moment
 * without a working order, an owner may reach no further than the furthest of what it held then and
 * its targets since.
 */
export class Reach {
  readonly broken: string[] = []
  readonly #bounds = new Map<string, Bounds>()
  /** Lots by fills alone: an order's own count follows its fill by one record. */
  readonly #filled = new Map<OrderId, number>()

  /** @param state as it is after the record. */
  after(record: GatewayRecord, state: State): void {
    if (record.kind === 'fill') {
      const { order, volume } = record.fill
      this.#filled.set(order, (this.#filled.get(order) ?? 0) + volume)
    }
    if (record.kind !== 'fill' && record.kind !== 'order' && record.kind !== 'target') return
    for (const owner of state.owners) {
      if (owner === undefined) continue
      for (const instrument of state.instruments) {
        if (instrument !== undefined) this.#within(state, owner.id, instrument.id, record)
      }
    }
  }

  #within(
    state: State,
    owner: Parameters<typeof positionOf>[1],
    instrument: Parameters<typeof positionOf>[2],
    record: GatewayRecord,
  ): void {
    const net = netLots(positionOf(state, owner, instrument))
    const wanted = targetOf(state, owner, instrument)?.target ?? net
    let buys = 0
    let sells = 0
    for (const order of state.working[instrument] ?? []) {
      if (order.owner !== owner || isFinal(order.status)) continue
      const left = order.volume - (this.#filled.get(order.id) ?? 0)
      if (order.side === 'buy') buys += left
      else sells += left
    }
    const key = `${owner}/${instrument}`
    const before = this.#bounds.get(key)
    const high = Math.max(before?.high ?? net, wanted)
    const low = Math.min(before?.low ?? net, wanted)
    if (net + buys > high || net - sells < low) {
      const reached = `${net - sells}..${net + buys}, beyond ${low}..${high}`
      this.broken.push(`owner ${key} may reach ${reached} after ${JSON.stringify(record)}`)
    }
    const quiet = buys === 0 && sells === 0
    const bounds = quiet
      ? { high: Math.max(net, wanted), low: Math.min(net, wanted) }
      : { high, low }
    this.#bounds.set(key, bounds)
  }
}
