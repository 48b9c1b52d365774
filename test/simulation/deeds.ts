import type { Command } from '../../src/core/contracts/index.ts'
import { UNMEASURED } from '../../src/core/contracts/index.ts'
import type { Micros, OrderId } from '../../src/core/domain/index.ts'
import type { World } from './world.ts'
import { OWNERS } from './world.ts'

/** One thing that happens to a world, chosen by its seed. @returns what it was, in words. */
export function nextDeed(world: World, step: number): string {
  const { random } = world
  const { trading } = world.gateway.state
  const stuck = trading.state === 'halted' && trading.cause !== 'start'
  if (stuck && random.below(3) === 0) return govern(world, step)
  if (world.toVenue.faults.broken && random.below(4) === 0) return breakLine(world)
  const dice = random.below(100)
  if (dice < 45) return pass(world)
  if (dice < 67) return target(world, step)
  if (dice < 77) return handOrder(world, step)
  if (dice < 83) return cancelOne(world, step)
  if (dice < 87) return weather(world)
  if (dice < 90) return breakLine(world)
  if (dice < 93) return crash(world)
  if (dice < 95) return jump(world)
  return govern(world, step)
}

function pass(world: World): string {
  const time = 1_000 + world.random.below(world.random.below(10) === 0 ? 3_000_000 : 400_000)
  world.advance((world.now + time) as Micros)
  return `${time} µs pass`
}

function head(world: World, step: number, sender: string) {
  const { random } = world
  const stale = random.below(20) === 0
  const late = random.below(20) === 0
  return {
    id: `${sender}-${step}` as never,
    sender: sender as never,
    epoch: (stale ? world.epoch - 1 : world.epoch) as never,
    validUntil: (world.now + (late ? -1 : 1_000_000)) as Micros,
  }
}

function target(world: World, step: number): string {
  const { random } = world
  const owner = 1 + random.below(2)
  const instrument = random.below(2)
  const lots = random.below(13) - 6
  const style = random.below(2) === 0 ? 'cross' : 'join'
  const command: Command = {
    kind: 'TargetPosition',
    ...head(world, step, OWNERS[owner]!),
    owner: owner as never,
    instrument: instrument as never,
    target: lots as never,
    style,
    decidedOn: world.now,
    saidAt: NaN as Micros,
    stages: UNMEASURED,
  }
  world.command(command)
  if (random.below(5) === 0) world.command(command)
  return `${OWNERS[owner]} wants ${lots} of ${instrument} (${style})`
}

function handOrder(world: World, step: number): string {
  const { random } = world
  const instrument = random.below(2)
  const quote = world.gateway.state.quotes[instrument]
  const last = Math.round(quote?.last ?? 5_500)
  const kind = (['limit', 'market', 'fak', 'fok'] as const)[random.below(4)]!
  const off = random.below(12) === 0 ? 0.5 : random.below(30) === 0 ? NaN : 0
  const limit = kind === 'market' ? NaN : last + random.below(9) - 4 + off
  const side = random.below(2) === 0 ? 'buy' : 'sell'
  const volume = random.below(4) + (random.below(10) === 0 ? 0 : 1)
  world.command({
    kind: 'OrderIntent',
    ...head(world, step, 'hand'),
    owner: 0 as never,
    instrument: instrument as never,
    side,
    offset: (['auto', 'open', 'close', 'closeToday'] as const)[random.below(4)]!,
    orderKind: kind,
    limit: limit as never,
    volume: volume as never,
  })
  return `hand ${side}s ${volume} of ${instrument} at ${limit} (${kind})`
}

function cancelOne(world: World, step: number): string {
  const { random } = world
  const orders = [...world.gateway.state.orders.keys()]
  const order = orders.length === 0 ? ('none' as OrderId) : orders[random.below(orders.length)]!
  const amend = random.below(3) === 0
  const common = { ...head(world, step, 'hand'), order }
  const last = Math.round(world.gateway.state.quotes[0]?.last ?? 5_500)
  world.command(
    amend
      ? { kind: 'Amend', ...common, limit: (last - 2 + random.below(5)) as never }
      : { kind: 'Cancel', ...common },
  )
  return `${amend ? 'amend' : 'cancel'} ${order}`
}

function weather(world: World): string {
  const { random } = world
  const fair = random.below(3) > 0
  for (const line of [world.toVenue, world.toGateway]) {
    line.faults.lose = fair ? 0 : random.below(30)
    line.faults.double = fair ? 0 : random.below(30)
    line.faults.late = fair ? 0 : random.below(60)
  }
  return fair ? 'the lines are whole' : 'the lines lose, double and delay'
}

function breakLine(world: World): string {
  const broken = !world.toVenue.faults.broken
  if (!broken) mend(world)
  else {
    world.toGateway.push({ kind: 'connection', at: world.now, connected: false }, world.now)
    world.toVenue.faults.broken = true
    world.toGateway.faults.broken = true
  }
  return broken ? 'the line breaks' : 'the line is back'
}

export function mend(world: World): void {
  world.toVenue.faults.broken = false
  world.toGateway.faults.broken = false
  world.toGateway.push({ kind: 'connection', at: world.now, connected: true }, world.now)
}

function crash(world: World): string {
  switch (world.random.below(5)) {
    case 0:
      world.gatewayDisk.armed = true
      return 'the gateway dies at its next write'
    case 1:
      world.exchangeDisk.armed = true
      return 'the exchange dies at its next write'
    case 2:
      world.startExchange()
      return 'the exchange is killed'
    case 3:
      world.gatewayDisk.full = true
      world.advance((world.now + 100_000) as Micros)
      world.command({
        kind: 'CancelAll',
        ...head(world, 0, 'hand'),
        id: `full-${world.now}` as never,
      })
      world.gatewayDisk.full = false
      world.startGateway()
      return 'the disk of the gateway is full for a while; it is started again'
    default:
      world.startGateway()
      return 'the gateway is killed'
  }
}

function jump(world: World): string {
  const back = world.random.below(2) === 0
  const by = world.random.below(
    back ? 600_000 : world.random.below(2) === 0 ? 5_000_000 : 60_000_000,
  )
  world.advance((back ? world.now - by : world.now + by) as Micros)
  return `the clock jumps ${back ? 'back' : 'ahead'} by ${by} µs`
}

function govern(world: World, step: number): string {
  const { random } = world
  const common = { ...head(world, step, 'hand'), person: 'tester' }
  const { trading } = world.gateway.state
  const kinds = [
    'Unlock',
    'Unlock',
    'Unlock',
    'Halt',
    'CancelAll',
    'Flatten',
    'AcceptReconciliation',
    'ResetPaper',
  ] as const
  const kind =
    trading.cause === 'mismatch' ? 'AcceptReconciliation' : kinds[random.below(kinds.length)]!
  const command = { kind, ...common, reason: 'a test' } as Command
  world.command(command)
  return `${kind} while ${trading.state} (${trading.cause})`
}
