import { createMemoryStore, openMemoryJournal } from '../../../src/adapters/journal/index.ts'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import type { Fact, VenueReport, VenueRequest } from '../../../src/core/contracts/index.ts'
import type { Micros, OwnerId, Quote } from '../../../src/core/domain/index.ts'
import { never } from '../../../src/core/domain/index.ts'
import type { Driver, GatewayEffect, StrategyEffect } from '../../../src/core/engine/index.ts'
import { GatewayRunner } from '../../../src/core/engine/index.ts'
import type { GatewayRecord } from '../../../src/core/journal/index.ts'
import type { Bus } from '../../../src/core/ports/index.ts'
import type { Assembly } from '../../../src/main/app/one-process/assembly.ts'
import { DOORS } from './exchange-fixture.ts'

type Told =
  | { readonly kind: 'report'; readonly report: VenueReport }
  | { readonly kind: 'quote'; readonly quote: Quote }
  | { readonly kind: 'time' }

/**
 * The engines of a one-process run, fed by an exchange in a process of its own: gathers what
 * belongs to a step, lets the engines have it, and says that it is done. Its journal is one in
 * memory: the books of the run are not what is compared.
 */
export class LockStepGateway {
  /** Session time of the last step. */
  now = 0 as Micros
  steps = 0
  readonly #assembly: Assembly
  readonly #runner: GatewayRunner
  readonly #codec = createCodec([])
  readonly #send: (frame: Uint8Array) => void
  #bundle: Told[] = []
  /** Predictions wait until the exchange has nothing more to say of this step. */
  #asked = false

  constructor(assembly: Assembly, bus: Bus) {
    this.#assembly = assembly
    this.#codec.learn(assembly.market.instruments)
    const kept = openMemoryJournal(createMemoryStore<GatewayRecord>())
    if (!kept.ok) throw new Error(kept.error.message)
    this.#runner = new GatewayRunner({
      gateway: assembly.gateway,
      journal: kept.value.journal,
      ask: (request) => this.#ask(request),
      publish: (fact) => this.#publish(fact),
    })
    const pusher = bus.push({ address: DOORS.collect })
    if (!pusher.ok) throw new Error(pusher.error.message)
    this.#send = (frame) => void pusher.value.send(frame)
    bus.subscribe({ address: DOORS.publish }, { topics: [], onFrame: (frame) => this.#hear(frame) })
  }

  #hear(frame: Uint8Array): void {
    const decoded = this.#codec.decode(frame)
    if (!decoded.ok) throw new Error(decoded.error.message)
    const message = decoded.value
    if (message.kind === 'report') this.#bundle.push(message)
    if (message.kind !== 'facts') return
    for (const fact of message.facts) {
      if (fact.kind === 'quote') this.#bundle.push({ kind: 'quote', quote: fact })
      else if (fact.kind === 'time') this.#bundle.push({ kind: 'time' })
      else if (fact.kind === 'step') void this.#step(fact.at, message.seq)
    }
  }

  async #step(at: Micros, seq: number): Promise<void> {
    const { gateway, inference } = this.#assembly
    const bundle = this.#bundle
    this.#bundle = []
    this.now = at
    this.steps++
    if (seq === 1) this.#run(gateway.start(at))
    for (const told of bundle) this.#take(told)
    // The exchange is quiet: now the models, whose answers may bring more about.
    if (this.#asked && bundle.length === 0) {
      this.#asked = false
      await inference.answer(this as unknown as Driver)
    } else if (inference.waiting) this.#asked = true
    const body = { kind: 'done', owner: 0 as OwnerId, seq, more: this.#asked } as const
    const head = { version: 1, source: 'gateway', mode: 'replay', profile: 'default' } as const
    this.#send(this.#codec.encodeFact({ ...head, epoch: 1, seq: this.steps, at, body }))
  }

  #take(told: Told): void {
    const { gateway, observer, strategies } = this.#assembly
    switch (told.kind) {
      case 'report':
        observer.report(told.report)
        return this.#run(gateway.process(told.report, this.now))
      case 'time':
        return this.#run(gateway.process({ kind: 'time', at: this.now }, this.now))
      case 'quote': {
        const { quote } = told
        observer.quote()
        this.#run(gateway.quote(quote, this.now))
        for (const engine of strategies) {
          if (engine.instrument.id !== quote.instrument) continue
          this.#runStrategy(engine.quote(quote, this.now))
        }
        return
      }
      default:
        never(told)
    }
  }

  /** Called by the inference, as a driver's is. */
  prediction(fact: Parameters<Driver['prediction']>[0]): void {
    for (const engine of this.#assembly.strategies) {
      if (engine.instrument.id !== fact.instrument) continue
      this.#runStrategy(engine.prediction(fact, this.now))
    }
  }

  #run(effects: readonly GatewayEffect[]): void {
    this.#runner.run(effects, this.now)
  }

  #publish(fact: Fact): void {
    const { observer, strategies } = this.#assembly
    observer.fact(fact)
    if (fact.kind !== 'ack') return
    for (const engine of strategies) engine.acknowledged(fact, this.now)
  }

  #ask(request: VenueRequest): void {
    const { observer, gateway } = this.#assembly
    observer.request(request)
    this.#send(this.#codec.encodeRequest(request, gateway.epoch))
  }

  #runStrategy(effects: readonly StrategyEffect[]): void {
    const { observer, gateway, inference } = this.#assembly
    for (const effect of effects) {
      if (effect.kind === 'target') {
        observer.target(effect.command)
        this.#run(gateway.process(effect.command, this.now))
      } else if (effect.kind === 'infer') inference.ask(effect.request)
      else observer.fact(effect.fact)
    }
  }
}
