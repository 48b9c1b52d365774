import { describe, expect, it } from 'vitest'
import type { OrderTerms, Random } from '../../../src/core/domain/index.ts'
import { seeded } from '../../../src/core/domain/index.ts'
import type { Arrangement } from './arrangement.ts'
import { arranged, turns } from './arrangement.ts'
import { Listener } from './listener.ts'
import { Mortal } from './mortal.ts'

const SEEDS = 12
const LIVES = 4
/** It dies within this many writes and messages. */
const DEEDS = 30
const ROUNDS = 40

/** Something that a person or a strategy wants. */
function want(random: Random, all: Arrangement, alpha: Listener, instrument: number): void {
  const quote = all.exchange.latest(0)
  const dice = random.below(10)
  if (dice < 4) {
    const owned = { owner: 1, instrument, target: random.below(9) - 4, style: 'cross' }
    alpha.command({ kind: 'TargetPosition', ...owned, decidedOn: quote.at } as never)
  } else if (dice < 8) {
    const crossing = random.below(2) === 0
    const limit = crossing ? quote.askPrices[0]! : quote.bidPrices[0]! - random.below(5)
    all.hand.command(all.intent({ limit, volume: 1 + random.below(3) }))
  } else if (dice < 9) {
    const orders = all.hand.of('order')
    const order = orders[random.below(Math.max(1, orders.length))]?.order.id
    if (order !== undefined) all.hand.command({ kind: 'Cancel', order })
  } else all.hand.command({ kind: 'CancelAll' })
}

/** What reached the exchange, every time that it did. */
function submitted({ exchange }: Arrangement): readonly OrderTerms[] {
  return exchange.asked.flatMap((each) => (each.kind === 'submit' ? each.order : []))
}

function repeated(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

/** One account through some lives, each of which ends by a kill at any point. */
async function lived(seed: number) {
  const random = seeded(seed)
  const mortal = new Mortal()
  const all = await arranged({
    disk: mortal.disk,
    wrap: (bus) => mortal.bus(bus),
    spec: { durable: true },
  })
  const alpha = new Listener(all.hub.bus(), 'alpha')
  for (let life = 1; life <= LIVES; life++) {
    await alpha.snapshot()
    await all.hand.snapshot()
    mortal.onDeath = () => all.gateway.station.abandon(137)
    mortal.doesTheLast = random.below(2) === 0
    mortal.left = 1 + random.below(DEEDS)
    for (let round = 0; round < ROUNDS && !mortal.dead; round++) {
      want(random, all, alpha, random.below(3))
      if (random.below(3) === 0) await all.pass(500)
      else await turns(1 + random.below(6))
    }
    await all.kill()
    Object.assign(mortal, { dead: false, left: Infinity })
    all.hand.heard.length = 0
    await all.start()
    await all.trading('active', 'reconciled')
    await all.pass(500)
  }
  const orders = submitted(all)
  const { facts } = await all.hand.snapshot()
  const known = new Set(facts.flatMap((fact) => (fact.kind === 'order' ? fact.order.id : [])))
  return {
    doubled: repeated(orders.map(({ id }) => id)),
    twice: repeated(orders.map(({ intent }) => intent)),
    forgotten: orders.filter(({ id }) => !known.has(id)),
    orders: orders.length,
  }
}

describe('a gateway that is killed at any point', () => {
  it(`forgets no order and doubles none, in ${SEEDS * LIVES} kills`, async () => {
    let orders = 0
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { orders: some, ...wrong } = await lived(seed)
      orders += some
      expect({ seed, ...wrong }).toEqual({ seed, doubled: [], twice: [], forgotten: [] })
    }
    expect(orders).toBeGreaterThan(SEEDS * LIVES)
  })
})
