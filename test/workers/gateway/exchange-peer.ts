import { onTestFinished } from 'vitest'
import type { MemoryBus, MemoryHub } from '../../../src/adapters/bus/index.ts'
import { FactWriter } from '../../../src/core/channel/index.ts'
import type { Codec } from '../../../src/core/contracts/codec.ts'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import type {
  Fact,
  SnapshotFact,
  VenueReport,
  VenueRequest,
} from '../../../src/core/contracts/index.ts'
import type { Epoch, Fen, Micros, Quote, SenderId } from '../../../src/core/domain/index.ts'
import type { ExchangeOutput, SimulatedExchange } from '../../../src/core/exchange/index.ts'
import type { Clock, Publisher } from '../../../src/core/ports/index.ts'
import { THREE } from '../../core/exchange/simulated-fixture.ts'
import { market } from '../../core/exchange/simulated-fixture.ts'
import { DOORS, TODAY } from '../exchange/exchange-fixture.ts'

export const CASH = 100_000_000 as Fen

/**
 * The built-in market behind two doors, moved on by hand. It can be deaf, dumb, forgetful or born
 * again, as a process of its own can.
 */
export class ExchangePeer {
  /** What gateways asked, in order. */
  readonly asked: VenueRequest[] = []
  /** Who asked how things stand. */
  readonly requesters: SenderId[] = []
  now = TODAY as Micros
  /** Called for everything that is asked, before it is served. */
  onAsked: (request: VenueRequest) => void = () => undefined
  /** While false, requests are noted and nobody answers them. */
  serves = true
  /** While false, snapshots are asked for in vain. */
  tells = true
  /** While true, frames are numbered and get lost. */
  loses = false
  bus: MemoryBus
  readonly #hub: MemoryHub
  readonly #clock: Clock
  readonly #exchange: SimulatedExchange = market({ initialCash: CASH, seed: 3 })
  readonly #latest: (Quote | undefined)[] = []
  #publisher!: Publisher
  #codec!: Codec
  #writer!: FactWriter
  #epoch = 0 as Epoch

  private constructor(hub: MemoryHub, clock: Clock) {
    this.#hub = hub
    this.#clock = clock
    this.bus = hub.bus()
    onTestFinished(() => this.bus.close())
  }

  static async open(hub: MemoryHub, clock: Clock): Promise<ExchangePeer> {
    const peer = new ExchangePeer(hub, clock)
    await peer.begin()
    peer.tell(peer.#exchange.advance(peer.now))
    return peer
  }

  /** A life begins: with its books and its market, and another epoch. */
  async begin(): Promise<void> {
    if (this.#epoch > 0) this.bus = this.#hub.bus()
    this.#epoch++
    const published = await this.bus.publish({ address: DOORS.publish })
    const collected = await this.bus.collect({ address: DOORS.collect })
    if (!published.ok || !collected.ok) throw new Error('the doors of the exchange are taken')
    this.#publisher = published.value
    this.#speakAnew()
    collected.value.onFrame((frame) => this.#hear(frame))
  }

  /** Another life speaks through the same doors, and no line was seen to break. */
  becomeAnother(): void {
    this.#epoch++
    this.#speakAnew()
  }

  #speakAnew(): void {
    this.#codec = createCodec(THREE)
    this.#writer = new FactWriter({
      codec: this.#codec,
      origin: { source: 'exchange', mode: 'simulated', profile: 'default', epoch: this.#epoch },
      send: (frame) => this.send(frame),
      now: () => this.#clock.monotonic(),
    })
  }

  /** The process is gone. */
  die(): Promise<void> {
    return this.bus.close()
  }

  /** The market goes on, in steps of half a second, and then tells the time. */
  pass(milliseconds: number): void {
    for (let passed = 0; passed < milliseconds; passed += 500) {
      this.now = (this.now + Math.min(500, milliseconds - passed) * 1000) as Micros
      this.tell(this.#exchange.advance(this.now))
    }
    this.fact({ kind: 'time', at: this.now })
  }

  endDay(): void {
    this.tell(this.#exchange.endDay(this.now))
  }

  tell({ quotes, reports }: Pick<ExchangeOutput, 'quotes' | 'reports'>): void {
    for (const quote of quotes) this.quote(quote)
    for (const report of reports) this.report(report)
  }

  quote(quote: Quote): void {
    this.#latest[quote.instrument] = quote
    this.#writer.quote(quote)
  }

  report(report: VenueReport): void {
    this.#writer.flush()
    this.send(this.#codec.encodeReport(report, this.#epoch))
  }

  fact(fact: Fact): void {
    this.#writer.publish(fact)
  }

  /** As every process says that it lives, and which numbers it gave last. */
  beat(): void {
    this.fact({
      kind: 'beat',
      at: this.#clock.monotonic(),
      pid: 1,
      startedAt: TODAY as Micros,
      ready: true,
      notes: [],
      seqs: this.#writer.seqs(),
      figures: {},
    })
  }

  send(frame: Uint8Array): void {
    if (!this.loses) this.#publisher.send(frame)
  }

  latest(instrument: number): Quote {
    const quote = this.#latest[instrument]
    if (quote === undefined) throw new Error(`no quote of ${instrument} was told`)
    return quote
  }

  /** Answers what it was asked while it did not serve. */
  serve(): void {
    this.serves = true
    for (const request of this.#unserved.splice(0)) this.#serve(request)
  }

  readonly #unserved: VenueRequest[] = []

  #hear(frame: Uint8Array): void {
    const decoded = this.#codec.decode(frame)
    if (!decoded.ok) throw new Error(decoded.error.message)
    const message = decoded.value
    if (message.kind === 'request') {
      this.asked.push(message.request)
      this.onAsked(message.request)
      if (this.serves) this.#serve(message.request)
      else this.#unserved.push(message.request)
    }
    if (message.kind === 'command' && message.command.kind === 'SnapshotRequest') {
      this.requesters.push(message.command.sender)
      if (this.tells) this.#snapshot(message.command.sender)
    }
  }

  #serve(request: VenueRequest): void {
    this.tell(this.#exchange.request(request, this.now))
  }

  #snapshot(requester: SenderId): void {
    const tradingDay = 20_260_105 as never
    const facts: SnapshotFact['facts'] = [
      { kind: 'hello', mode: 'simulated', profile: 'default', tradingDay },
      { kind: 'directory', instruments: THREE, owners: [] },
      ...this.#latest.filter((quote) => quote !== undefined),
      { kind: 'time', at: this.now },
    ]
    this.#writer.snapshot(requester, facts)
  }
}
