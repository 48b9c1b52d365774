import type { Command, VenueReport, VenueRequest } from '../../src/core/contracts/index.ts'
import { DEFAULT_LIMITS } from '../../src/core/contracts/index.ts'
import type {
  Epoch,
  Fen,
  Instrument,
  Micros,
  Random,
  TradingDay,
} from '../../src/core/domain/index.ts'
import { seeded } from '../../src/core/domain/index.ts'
import { Driver, GatewayEngine } from '../../src/core/engine/index.ts'
import type { Exchange, ExchangeRecord } from '../../src/core/exchange/index.ts'
import { createReplayExchange, createSimulatedExchange } from '../../src/core/exchange/index.ts'
import type { GatewayRecord } from '../../src/core/journal/index.ts'
import { instrumentFixture } from '../core/instrument-fixture.ts'
import { Crash, CrashingJournal } from './crashing-journal.ts'
import { FaultyLine } from './faulty-line.ts'
import type { Sabotage } from './sabotage.ts'
import { lyingExchange } from './sabotage.ts'
import { WalkingMarket } from './walking-market.ts'
import { Watch } from './watch.ts'

export const START = 1_790_000_000_000_000 as Micros
export const OWNERS = ['hand', 'alpha', 'beta'] as const

export const CASH = 500_000_000 as Fen
const FIRST_DAY = 20_261_101
const DAY = 120_000_000

/** Two contracts: one that tells today's lots from older ones, and one that does not. */
export function instruments(): readonly Instrument[] {
  const kinds = ['limit', 'market', 'fak', 'fok'] as const
  const both = { exchange: 'SIM', orderKinds: kinds, maxMarketLots: 60 } as const
  return [
    instrumentFixture({
      ...both,
      symbol: 'SIM.ag',
      expires: undefined,
    } as unknown as Partial<Instrument>),
    instrumentFixture({
      ...both,
      id: 1,
      symbol: 'SIM.m',
      closeRule: 'oldest-first',
      expires: undefined,
      tickValue: 1_000,
    } as unknown as Partial<Instrument>),
  ]
}

/** One gateway, one exchange, two faulty lines and two disks, under a clock of its own. */
export class World {
  readonly watch: Watch
  readonly random: Random
  readonly toVenue: FaultyLine<VenueRequest>
  readonly toGateway: FaultyLine<VenueReport>
  readonly gatewayDisk: CrashingJournal<GatewayRecord>
  readonly exchangeDisk: CrashingJournal<ExchangeRecord>
  readonly instruments = instruments()
  gateway!: GatewayEngine
  exchange!: Exchange
  now = START
  epoch = 0
  readonly #seed: number
  readonly #sabotage: Sabotage | undefined
  /** Every third world replays made-up recordings; the others trade the built-in market. */
  #walking: WalkingMarket | undefined
  #driver!: Driver

  constructor(seed: number, sabotage?: Sabotage) {
    this.#seed = seed
    this.#sabotage = sabotage
    this.random = seeded(seed)
    const faults = { lose: 0, double: 0, late: 0, broken: false }
    this.toVenue = new FaultyLine(seeded(seed + 1e6), { ...faults })
    this.toGateway = new FaultyLine(seeded(seed + 2e6), { ...faults })
    this.gatewayDisk = new CrashingJournal('gateway', seeded(seed + 3e6))
    this.exchangeDisk = new CrashingJournal('exchange', seeded(seed + 4e6))
    if (sabotage === 'forgets-orders') this.gatewayDisk.keeps = ({ kind }) => kind !== 'order'
    this.watch = new Watch(this.gatewayDisk.records)
    if (seed % 3 === 0) {
      this.#walking = new WalkingMarket(this.instruments, seeded(seed + 5e6), START)
    }
    this.startExchange()
    this.startGateway()
  }

  get driver(): Driver {
    return this.#driver
  }

  /** Another life of the exchange, from its own disk. */
  startExchange(): void {
    this.exchange = lyingExchange(this.#market(), this.#sabotage)
    this.exchange.restore(this.exchangeDisk.records.slice())
    if (this.gateway === undefined) return
    this.#join()
    this.toGateway.push({ kind: 'connection', at: this.now, connected: false }, this.now)
    this.toGateway.push({ kind: 'connection', at: this.now, connected: true }, this.now)
  }

  #market(): Exchange {
    const common = {
      instruments: this.instruments,
      initialCash: CASH,
      tradingDay: FIRST_DAY as TradingDay,
    }
    if (this.#walking === undefined) {
      const dayLength = DAY as Micros
      return createSimulatedExchange({
        ...common,
        seed: this.#seed,
        eventsPerSecond: 20,
        dayLength,
      })
    }
    return createReplayExchange({
      ...common,
      rule: this.#seed % 2 === 0 ? 'conservative' : 'optimistic',
      tradingDayOf: (_, at) => (FIRST_DAY + Math.floor((at - START) / DAY)) as TradingDay,
      nextTradingDay: (day) => (day + 1) as TradingDay,
    })
  }

  /** Another life of the gateway, from its own disk, with a new epoch. */
  startGateway(): void {
    this.epoch++
    this.gateway = new GatewayEngine({
      mode: 'simulated',
      profile: 'sim',
      installation: this.#seed,
      epoch: this.epoch as Epoch,
      instruments: this.instruments,
      owners: OWNERS.map((name, id) => ({ id, name }) as never),
      limits: {
        ...DEFAULT_LIMITS,
        ...(this.#sabotage === 'hurries' ? { ordersPerSecond: 50, messagesPerSecond: 90 } : {}),
        maxNetLots: 8 as never,
        maxGrossLots: 16 as never,
        collarRatio: 0.05,
      },
      sessionPhase: () => 'continuous',
    })
    this.gateway.restore(this.gatewayDisk.records.slice())
    this.watch.restarted(this.gateway)
    this.#join()
    this.guarded(() => this.#driver.start(this.now))
  }

  /** Does something to the driver; a crash in it ends in another life of whoever crashed. */
  guarded(deed: () => void): void {
    this.watch.now = this.now
    try {
      deed()
    } catch (error) {
      if (!(error instanceof Crash)) throw error
      if (error.whose === 'gateway') this.startGateway()
      else this.startExchange()
    }
    this.watch.look([1, 2] as never, [0, 1] as never)
  }

  advance(to: Micros): void {
    for (const quote of this.#walking?.until(to) ?? []) {
      this.now = quote.at
      this.guarded(() => this.#driver.quote(quote))
    }
    this.now = to
    this.guarded(() => this.#driver.advance(to))
  }

  command(command: Command): void {
    for (const each of this.#hurried(command)) this.guarded(() => this.#driver.command(each))
  }

  /** Whoever hurries sends each hand order ten times, so far apart that none equals another. */
  #hurried(command: Command): readonly Command[] {
    if (this.#sabotage !== 'hurries' || command.kind !== 'OrderIntent') return [command]
    return Array.from({ length: 10 }, (_, copy) => ({
      ...command,
      id: `${command.id}+${copy}` as typeof command.id,
      limit: (command.limit - copy) as typeof command.limit,
    }))
  }

  #join(): void {
    this.#driver = new Driver({
      gateway: this.gateway,
      gatewayJournal: this.gatewayDisk,
      exchange: this.exchange,
      exchangeJournal: this.exchangeDisk,
      strategies: [],
      toVenue: this.toVenue,
      toGateway: this.toGateway,
      observer: this.watch,
      now: this.now,
    })
  }
}
