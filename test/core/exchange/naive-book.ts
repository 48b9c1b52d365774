import type { OrderKind, Side } from '../../../src/core/domain/index.ts'

export interface Resting {
  readonly tag: number
  readonly side: Side
  readonly price: number
  volume: number
}

export interface Trade {
  readonly maker: number
  readonly price: number
  readonly volume: number
}

/** A book as plainly as it can be written: one list, searched anew for every lot. */
export class NaiveBook {
  orders: Resting[] = []

  best(side: Side): Resting | undefined {
    let found: Resting | undefined
    for (const order of this.orders) {
      if (order.side !== side) continue
      const than = found?.price ?? (side === 'buy' ? -Infinity : Infinity)
      if (side === 'buy' ? order.price > than : order.price < than) found = order
    }
    return found
  }

  submit(kind: OrderKind, side: Side, limit: number, volume: number, tag: number): Trade[] {
    const other = side === 'buy' ? 'sell' : 'buy'
    const reaches = (price: number) =>
      kind === 'market' || (side === 'buy' ? price <= limit : price >= limit)
    const reachable = this.orders
      .filter((order) => order.side === other && reaches(order.price))
      .reduce((sum, order) => sum + order.volume, 0)
    if (kind === 'fok' && reachable < volume) return []
    const trades: Trade[] = []
    let left = volume
    while (left > 0) {
      const maker = this.best(other)
      if (maker === undefined || !reaches(maker.price)) break
      const lots = Math.min(left, maker.volume)
      left -= lots
      maker.volume -= lots
      trades.push({ maker: maker.tag, price: maker.price, volume: lots })
      this.orders = this.orders.filter((order) => order.volume > 0)
    }
    if (kind === 'limit' && left > 0) this.orders.push({ tag, side, price: limit, volume: left })
    return trades
  }

  cancel(tag: number): void {
    this.orders = this.orders.filter((order) => order.tag !== tag)
  }

  levels(side: Side): [price: number, lots: number][] {
    const levels = new Map<number, number>()
    for (const order of this.orders) {
      if (order.side === side) {
        levels.set(order.price, (levels.get(order.price) ?? 0) + order.volume)
      }
    }
    const sorted = [...levels].sort(([one], [other]) =>
      side === 'buy' ? other - one : one - other,
    )
    return sorted.slice(0, 5)
  }
}
