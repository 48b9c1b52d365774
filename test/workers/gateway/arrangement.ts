import type { MemoryHub } from '../../../src/adapters/bus/index.ts'
import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import type { BusLimits } from '../../../src/adapters/bus/index.ts'
import type { Disk } from '../../../src/adapters/journal/disk.ts'
import type { Command, FactOf, StateFact } from '../../../src/core/contracts/index.ts'
import type { GatewaySpec } from '../../../src/core/contracts/worker-spec.ts'
import type { CommandHead } from '../../../src/core/contracts/index.ts'
import type { IntentId } from '../../../src/core/domain/index.ts'
import type { Bus } from '../../../src/core/ports/index.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { until } from '../../until.ts'
import type { HandClock } from '../exchange/exchange-fixture.ts'
import { createHandClock } from '../exchange/exchange-fixture.ts'
import { ExchangePeer } from './exchange-peer.ts'
import type { StartedGateway } from './gateway-fixture.ts'
import { gatewaySpec, startedGateway } from './gateway-fixture.ts'
import { Listener } from './listener.ts'

export interface Wanted {
  readonly data?: string
  readonly spec?: Partial<GatewaySpec>
  readonly limits?: Partial<BusLimits>
  readonly disk?: Disk
  readonly wrap?: (bus: Bus) => Bus
}

/** A gateway, the exchange that it trades at, and somebody who listens and gives orders by hand. */
export class Arrangement {
  readonly data: string
  readonly hub: MemoryHub
  readonly clock: HandClock
  readonly exchange: ExchangePeer
  readonly hand: Listener
  gateway!: StartedGateway
  readonly #wanted: Wanted

  constructor(wanted: Wanted, hub: MemoryHub, clock: HandClock, exchange: ExchangePeer) {
    this.#wanted = wanted
    this.data = wanted.data ?? temporaryFolder()
    this.hub = hub
    this.clock = clock
    this.exchange = exchange
    this.hand = new Listener(hub.bus(), 'hand')
  }

  /** Another life of the gateway begins. */
  async start(): Promise<void> {
    const { hub, clock, data } = this
    const { disk, spec, wrap } = this.#wanted
    const around = { hub, clock, ...(disk && { disk }), ...(wrap && { wrap }) }
    this.gateway = await startedGateway(gatewaySpec(data, spec), around)
  }

  /** As by `kill -9`: nothing more is said, sent or written. */
  async kill(): Promise<void> {
    this.gateway.station.abandon(137)
    await this.gateway.station.ended
  }

  /** Another life after a kill, once it trades; the listener forgot what it heard before. */
  async revive(): Promise<void> {
    await this.kill()
    this.hand.heard.length = 0
    await this.start()
    await this.trading('active')
  }

  /** Clock and market go on together, in steps that nothing takes for a stall. */
  async pass(milliseconds: number): Promise<void> {
    for (let passed = 0; passed < milliseconds; passed += 50) {
      this.clock.pass(50)
      if (passed % 500 === 0) this.exchange.pass(Math.min(500, milliseconds - passed))
      await turns()
    }
  }

  /** Waits until something is so, while the clock goes on slowly. */
  async until(condition: () => boolean): Promise<void> {
    await until(() => {
      this.clock.pass(5)
      return condition()
    })
  }

  async trading(state: StateFact['state'], cause?: StateFact['cause']): Promise<void> {
    await this.until(() => {
      const last = this.hand.of('state').at(-1)
      return last?.state === state && (cause === undefined || last.cause === cause)
    })
  }

  /** Sends a command by hand. @returns what became of it. */
  async command(
    command: WithoutHead<Command>,
    head: Partial<CommandHead> = {},
  ): Promise<FactOf<'ack'>> {
    return this.answer(this.hand.command(command, head))
  }

  async answer(id: IntentId): Promise<FactOf<'ack'>> {
    await this.until(() => this.hand.of('ack').some(({ command }) => command === id))
    return this.hand.of('ack').find(({ command }) => command === id)!
  }

  /** An order by hand that nobody fills: far under the market, or as told. */
  async order(fields: object = {}): Promise<string> {
    const { outcome, code } = await this.command(this.intent(fields))
    return code === '' ? outcome : code
  }

  intent(fields: object = {}): WithoutHead<Command> {
    const bid = this.exchange.latest(0).bidPrices[0]!
    const terms = { owner: 0, instrument: 0, side: 'buy', offset: 'open', orderKind: 'limit' }
    return {
      kind: 'OrderIntent',
      ...terms,
      limit: bid - 5,
      volume: 1,
      ...fields,
    } as unknown as WithoutHead<Command>
  }

  /** Orders that reached the exchange, by their ids. */
  get submitted(): readonly string[] {
    return this.exchange.asked.flatMap((each) => (each.kind === 'submit' ? each.order.id : []))
  }
}

type WithoutHead<Each> = Each extends CommandHead ? Omit<Each, keyof CommandHead> : never

/** Lets every frame that is under way arrive, and what it brings about. */
export async function turns(count = 8): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** Everything is there and trades; the market has told its first quotes. */
export async function arranged(wanted: Wanted = {}): Promise<Arrangement> {
  const hub = createMemoryHub(wanted.limits)
  const clock = createHandClock()
  const exchange = await ExchangePeer.open(hub, clock)
  const arrangement = new Arrangement(wanted, hub, clock, exchange)
  exchange.pass(500)
  await arrangement.start()
  await arrangement.trading('active')
  await arrangement.hand.snapshot()
  return arrangement
}
