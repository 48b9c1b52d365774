import { sayingText } from '../../src/core/contracts/index.ts'
import type { Micros } from '../../src/core/domain/index.ts'
import { reconcile } from '../../src/core/engine/gateway/reconciliation.ts'
import { mend, nextDeed } from './deeds.ts'
import type { Sabotage } from './sabotage.ts'
import { World } from './world.ts'

export const STEPS = 320

export interface Outcome {
  readonly seed: number
  readonly hash: string
  /** What went wrong, after which deeds; undefined when every promise was kept. */
  readonly failure:
    { readonly broken: readonly string[]; readonly deeds: readonly string[] } | undefined
  readonly counts: World['watch']['counts']
}

/** Runs one seed for a number of steps, then lets it come to rest, and compares the books. */
export function simulate(seed: number, steps = STEPS, sabotage?: Sabotage): Outcome {
  const world = new World(seed, sabotage)
  const deeds: string[] = []
  const { broken, counts } = world.watch
  for (let step = 1; step <= steps && broken.length === 0; step++) {
    deeds.push(nextDeed(world, step))
  }
  if (broken.length === 0) {
    comeToRest(world)
    broken.push(...compare(world))
  }
  const failure = broken.length === 0 ? undefined : { broken: broken.slice(0, 5), deeds }
  return { seed, hash: world.watch.hash(), failure, counts }
}

/** The fewest steps after which the seed fails; its deeds tell what led there. */
export function shortestFailure(seed: number, steps = STEPS): Outcome {
  for (let count = 1; count < steps; count++) {
    const outcome = simulate(seed, count)
    if (outcome.failure !== undefined) return outcome
  }
  return simulate(seed, steps)
}

function comeToRest(world: World): void {
  for (const line of [world.toVenue, world.toGateway]) {
    line.faults.lose = 0
    line.faults.double = 0
    line.faults.late = 0
  }
  world.gatewayDisk.armed = false
  world.exchangeDisk.armed = false
  mend(world)
  pass(world, 12)
  world.command({
    kind: 'Halt',
    person: 'tester',
    reason: 'the end',
    id: 'rest' as never,
    sender: 'hand' as never,
    epoch: world.epoch as never,
    validUntil: Infinity as Micros,
  })
  pass(world, 8)
}

function pass(world: World, seconds: number): void {
  for (let tenth = 0; tenth < seconds * 10; tenth++) world.advance((world.now + 100_000) as Micros)
}

/** Differences of the books. A day that ends at the very moment of comparing is waited for. */
function compare(world: World, again = true): string[] {
  const report = world.exchange
    .request({ kind: 'ledger' }, world.now)
    .reports.find((each) => each.kind === 'ledger')
  if (report?.kind !== 'ledger') return ['the exchange shows no ledger']
  if (again && report.ledger.seq > world.gateway.state.venueSeq) {
    pass(world, 3)
    return compare(world, false)
  }
  const { state } = world.gateway
  const differences = reconcile(state, report.ledger).map(sayingText)
  for (const orders of state.working) {
    for (const order of orders ?? [])
      differences.push(`order ${order.id} is ${order.status} at rest`)
  }
  if (state.trading.cause === 'mismatch')
    differences.push(`mismatch: ${sayingText(state.trading.reason)}`)
  return differences
}
