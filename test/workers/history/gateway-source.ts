import { onTestFinished } from 'vitest'
import { SYSTEM_CLOCK } from '../../../src/adapters/process/index.ts'
import { FactWriter } from '../../../src/core/channel/index.ts'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import type { Fact, ServiceCommand } from '../../../src/core/contracts/index.ts'
import type {
  Epoch,
  Instrument,
  Micros,
  Quote,
  Ticks,
  TradingDay,
  Fen,
} from '../../../src/core/domain/index.ts'
import type { Bus, Publisher } from '../../../src/core/ports/index.ts'
import { accountOf, apply, createState } from '../../../src/core/state/index.ts'
import { DayFills } from '../../../workers/gateway/day-fills.ts'
import { standing } from '../../../workers/gateway/snapshot.ts'
import { WarmUp } from '../../../workers/gateway/warm-up.ts'
import { DAY, INSTRUMENTS, NEXT_DAY, OWNERS, START } from '../../core/engine/fixture/market.ts'

/** A million CNY. */
const CASH = 100_000_000 as Fen

export interface SourceOptions {
  readonly epoch?: number
  readonly instruments?: readonly Instrument[]
  readonly day?: TradingDay
  readonly doors: { readonly publish: string; readonly collect: string }
}

/**
 * A gateway that tells what a test wants told, and otherwise does as a gateway does: it knows what
 * it told, answers with snapshots, and remembers its last quotes.
 */
export class GatewaySource {
  readonly writer: FactWriter
  readonly asked: ServiceCommand[] = []
  readonly state = createState()
  now: Micros = START
  answersSnapshots = true
  answersWarmUps = true
  readonly #warmUp: WarmUp
  readonly #bus: Bus
  readonly #startedAt = SYSTEM_CLOCK.wall()
  readonly #fills = new DayFills([])
  #deaf = false

  constructor(bus: Bus, publisher: Publisher, options: SourceOptions) {
    const { epoch = 3, instruments = INSTRUMENTS, day = DAY } = options
    this.#bus = bus
    this.writer = new FactWriter({
      codec: createCodec(instruments),
      origin: { source: 'gateway', mode: 'simulated', profile: 'default', epoch: epoch as Epoch },
      send: (frame) => {
        if (!this.#deaf) publisher.send(frame)
      },
      now: () => SYSTEM_CLOCK.monotonic(),
    })
    this.#warmUp = new WarmUp(this.writer)
    apply(this.state, { kind: 'hello', mode: 'simulated', profile: 'default', tradingDay: day })
    apply(this.state, { kind: 'directory', instruments, owners: OWNERS })
    this.state.money.staticBalance = CASH
    const timer = setInterval(() => this.beat(), 50)
    onTestFinished(() => clearInterval(timer))
  }

  static async open(bus: Bus, options: SourceOptions): Promise<GatewaySource> {
    onTestFinished(() => bus.close())
    const { publish, collect } = options.doors
    const publisher = await bus.publish({ address: publish })
    const collector = await bus.collect({ address: collect })
    if (!publisher.ok || !collector.ok) throw new Error('the doors of the gateway are taken')
    const source = new GatewaySource(bus, publisher.value, options)
    const codec = createCodec([])
    collector.value.onFrame((frame) => {
      const decoded = codec.decode(frame)
      if (!decoded.ok || decoded.value.kind !== 'command') throw new Error('no command came')
      source.#take(decoded.value.command as ServiceCommand)
    })
    return source
  }

  /** Tells facts, one by one. */
  tell(...facts: readonly Fact[]): void {
    for (const fact of facts) {
      if (fact.kind === 'quote') this.quotes(fact)
      else {
        apply(this.state, fact)
        this.#fills.take(fact)
        this.#pass(fact)
        this.writer.publish(fact)
      }
    }
  }

  /** Tells quotes in as few frames as they need. */
  quotes(...quotes: readonly Quote[]): void {
    for (const quote of quotes) {
      apply(this.state, quote)
      this.#pass(quote)
      this.#warmUp.push(quote, SYSTEM_CLOCK.monotonic())
      this.writer.quote(quote)
    }
    this.writer.flush()
  }

  /** Ends the trading day, at 5,000 each. */
  settle(at: number): void {
    const { tradingDay, venueSeq, instruments } = this.state
    this.tell({
      kind: 'settlement',
      at: at as Micros,
      tradingDay,
      nextTradingDay: NEXT_DAY,
      prices: instruments.flatMap((each) => (each ? [[each.id, 5_000 as Ticks]] : [])),
      expired: [],
      venueSeq: venueSeq + 1,
    })
    this.tell({ kind: 'account', account: accountOf(this.state, at as Micros) })
  }

  /** What is told meanwhile is lost on the way. */
  losing(deeds: () => void): void {
    this.#deaf = true
    deeds()
    this.#deaf = false
  }

  beat(): void {
    this.writer.publish({
      kind: 'beat',
      at: SYSTEM_CLOCK.monotonic(),
      pid: 1,
      startedAt: this.#startedAt,
      ready: true,
      notes: [],
      seqs: this.writer.seqs(),
      figures: {},
    })
  }

  /** As by `kill -9`. */
  async kill(): Promise<void> {
    await this.#bus.close()
  }

  #pass(fact: Fact): void {
    if ('at' in fact && fact.kind !== 'beat' && fact.at > this.now) this.now = fact.at
  }

  #take(command: ServiceCommand): void {
    this.asked.push(command)
    if (command.kind === 'SnapshotRequest' && this.answersSnapshots) {
      const { now, state } = this
      const fills = this.#fills.newest
      const facts = standing(
        { mode: 'simulated', profile: 'default', state, fills, now, run: undefined },
        [],
      )
      this.writer.snapshot(command.sender, facts)
    } else if (command.kind === 'WarmUpRequest' && this.answersWarmUps) {
      this.#warmUp.answer(command.sender, command.instrument, command.count)
    }
  }
}
