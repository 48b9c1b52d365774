import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Command, VenueLedger } from '../../src/core/contracts/index.ts'
import { sayingText } from '../../src/core/contracts/index.ts'
import type { Micros } from '../../src/core/domain/index.ts'
import { reconcile } from '../../src/core/engine/gateway/reconciliation.ts'
import { breach } from '../core/engine/fixture/property.ts'
import { mend, nextDeed } from './deeds.ts'
import { CASH, World } from './world.ts'

const RUNS = 60

/** Whose process dies at which of its next writes, right after the reset is asked for. */
const DEATHS = ['nobody', 'gateway', 'exchange', 'exchange, unasked', 'gateway, unasked'] as const

interface Life {
  readonly seed: number
  readonly steps: number
  readonly death: (typeof DEATHS)[number]
}

function command(world: World, kind: Command['kind'], id: string): void {
  const head = { id, sender: 'hand', epoch: world.epoch, validUntil: world.now + 1_000_000 }
  world.command({ kind, ...head, person: 'tester', reason: 'a test' } as unknown as Command)
}

function pass(world: World, seconds: number): void {
  for (let tenth = 0; tenth < seconds * 10; tenth++) world.advance((world.now + 100_000) as Micros)
}

function ledgerOf(world: World): VenueLedger {
  const { reports } = world.exchange.request({ kind: 'ledger' }, world.now)
  const report = reports.find(({ kind }) => kind === 'ledger')
  if (report?.kind !== 'ledger') throw new Error('the exchange shows no ledger')
  return report.ledger
}

/** Whole lines, and everything closed. @returns whether that could be done. */
function comeToRest(world: World): boolean {
  for (const { faults } of [world.toVenue, world.toGateway]) {
    Object.assign(faults, { lose: 0, double: 0, late: 0 })
  }
  world.gatewayDisk.armed = world.exchangeDisk.armed = false
  mend(world)
  pass(world, 8)
  for (let round = 0; round < 8; round++) {
    const { trading, working, exposures } = world.gateway.state
    const busy =
      working.some((orders) => orders.length > 0) ||
      exposures.some((held) => held && (held.long > 0 || held.short > 0))
    if (!busy && trading.cause !== 'mismatch') return true
    const kind = trading.cause === 'mismatch' ? 'AcceptReconciliation' : 'Flatten'
    command(world, kind, `rest-${round}`)
    pass(world, 6)
  }
  return false
}

/** Dies where told; the world brings another life of it up. */
function arm(world: World, death: (typeof DEATHS)[number]): void {
  if (death === 'gateway') world.gatewayDisk.armed = true
  if (death === 'exchange') world.exchangeDisk.armed = true
}

describe('a reset, whatever happened before', () => {
  it('leaves both books as a first start does, or as they were, whoever dies in between', () => {
    const lives = fc.record({
      seed: fc.nat({ max: 100_000 }),
      steps: fc.integer({ min: 0, max: 120 }),
      death: fc.constantFrom(...DEATHS),
    })
    let anew = 0
    const holds = ({ seed, steps, death }: Life): boolean => {
      const world = new World(seed)
      for (let step = 1; step <= steps; step++) nextDeed(world, step)
      if (!comeToRest(world)) return true
      // The day may end while it is under way: what it finds is what was settled.
      const before = ledgerOf(world)
      arm(world, death)
      command(world, 'ResetPaper', 'anew')
      if (death === 'exchange, unasked') world.startExchange()
      if (death === 'gateway, unasked') world.startGateway()
      pass(world, 3)
      const [ledger, { money }] = [ledgerOf(world), world.gateway.state]
      const differences = reconcile(world.gateway.state, ledger)
      const isAnew = ledger.staticBalance === CASH && ledger.closeProfit === 0 && ledger.fees === 0
      const asBefore = death !== 'nobody' && cash(ledger) === cash(before)
      if (isAnew) anew++
      if (differences.length > 0) throw new Error(differences.map(sayingText).join())
      return cash(money) === cash(ledger) && (isAnew || asBefore)
    }
    expect(breach(lives, holds, RUNS)).toBeUndefined()
    expect(anew).toBeGreaterThan(RUNS / 2)
  })
})

type Money = Pick<VenueLedger, 'staticBalance' | 'closeProfit' | 'fees'>

function cash({ staticBalance, closeProfit, fees }: Money): number {
  return staticBalance + closeProfit - fees
}
