import { onTestFinished } from 'vitest'
import type { MemoryBus, MemoryHub } from '../../../src/adapters/bus/index.ts'
import { SYSTEM_CLOCK } from '../../../src/adapters/process/index.ts'
import { FactWriter } from '../../../src/core/channel/index.ts'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import type {
  AckFact,
  DoneFact,
  ServiceCommand,
  SnapshotFact,
  TargetPosition,
} from '../../../src/core/contracts/index.ts'
import { UNMEASURED } from '../../../src/core/contracts/index.ts'
import type {
  Epoch,
  InstrumentId,
  Micros,
  Quote,
  SenderId,
} from '../../../src/core/domain/index.ts'
import type { Publisher } from '../../../src/core/ports/index.ts'
import { INSTRUMENTS, OWNERS, START } from '../../core/engine/fixture/market.ts'

export const DOORS = { publish: 'gateway.facts', collect: 'gateway.commands' }

type Asked = Extract<ServiceCommand, { kind: 'SnapshotRequest' | 'WarmUpRequest' }>

/** A gateway that does what a test tells it to: it says quotes, and keeps what it is sent. */
export class GatewayPeer {
  readonly epoch: Epoch
  readonly writer: FactWriter
  readonly targets: TargetPosition[] = []
  readonly dones: DoneFact[] = []
  readonly asked: Asked[] = []
  /** What snapshots hold besides who speaks and what is listed. */
  standing: SnapshotFact['facts'] = []
  directory: SnapshotFact['facts'][number] & { kind: 'directory' } = {
    kind: 'directory',
    instruments: INSTRUMENTS,
    owners: OWNERS,
  }
  answersSnapshots = true
  answersWarmUps = true
  /** What becomes of a target; undefined for no answer. */
  outcome: AckFact['outcome'] | undefined = 'accepted'
  /** Called for each target and each `done`, in the order in which they came. */
  onTarget: (target: TargetPosition) => void = () => undefined
  onDone: (done: DoneFact) => void = () => undefined
  now: Micros = START
  readonly #bus: MemoryBus
  readonly #history = new Map<InstrumentId, Quote[]>()
  readonly #startedAt = SYSTEM_CLOCK.wall()
  readonly #awaited = new Map<number, (done: DoneFact) => void>()
  #deaf = false

  constructor(bus: MemoryBus, publisher: Publisher, epoch: Epoch) {
    this.#bus = bus
    this.epoch = epoch
    this.writer = new FactWriter({
      codec: createCodec(INSTRUMENTS),
      origin: { source: 'gateway', mode: 'simulated', profile: 'default', epoch },
      send: (frame) => {
        if (!this.#deaf) publisher.send(frame)
      },
      now: () => SYSTEM_CLOCK.monotonic(),
    })
  }

  static async open(hub: MemoryHub, epoch = 3): Promise<GatewayPeer> {
    const bus = hub.bus()
    const publisher = await bus.publish({ address: DOORS.publish })
    const collector = await bus.collect({ address: DOORS.collect })
    if (!publisher.ok || !collector.ok) throw new Error('the doors of the gateway are taken')
    const peer = new GatewayPeer(bus, publisher.value, epoch as Epoch)
    const codec = createCodec(INSTRUMENTS)
    collector.value.onFrame((frame) => {
      const decoded = codec.decode(frame)
      if (!decoded.ok) throw new Error(decoded.error.message)
      const message = decoded.value
      if (message.kind === 'command') peer.#take(message.command as TargetPosition | Asked)
      if (message.kind !== 'facts') return
      for (const fact of message.facts) {
        if (fact.kind !== 'done') continue
        peer.#done(fact)
      }
    })
    return peer
  }

  /** The targets, whatever the time that each took. */
  get wanted(): readonly TargetPosition[] {
    return this.targets.map((target) => ({
      ...target,
      saidAt: NaN as Micros,
      stages: UNMEASURED,
    }))
  }

  /** Says quotes in one frame. */
  quote(...quotes: readonly Quote[]): void {
    for (const quote of quotes) {
      this.earlier(quote)
      this.writer.quote(quote)
    }
    this.writer.flush()
  }

  /** Quotes that were said before anybody listened. */
  earlier(...quotes: readonly Quote[]): void {
    for (const quote of quotes) {
      const known = this.#history.get(quote.instrument) ?? []
      this.#history.set(quote.instrument, [...known, quote])
      if (quote.at > this.now) this.now = quote.at
    }
  }

  /** @returns its number. */
  step(at = this.now): number {
    this.now = at
    return this.writer.publish({ kind: 'step', at })
  }

  /** What a strategy answers to a step; to one that it answered already, that. */
  answered(step: number): Promise<DoneFact> {
    const known = this.dones.findLast(({ seq }) => seq === step)
    if (known !== undefined) return Promise.resolve(known)
    return new Promise((resolve) => this.#awaited.set(step, resolve))
  }

  /** Says a quote and its step, and waits for the answer. */
  async lead(quote: Quote): Promise<DoneFact> {
    this.quote(quote)
    return this.answered(this.step(quote.at))
  }

  /** What is said meanwhile is lost on the way. */
  losing(deeds: () => void): void {
    this.#deaf = true
    deeds()
    this.#deaf = false
  }

  /** Beats from now on. */
  live(): void {
    const timer = setInterval(() => this.beat(), 50)
    onTestFinished(() => clearInterval(timer))
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

  acknowledge(
    { id: command, kind: commandKind, sender }: TargetPosition,
    outcome: AckFact['outcome'],
  ): void {
    const said = { outcome, code: outcome === 'accepted' ? '' : 'risk.state', message: '' } as const
    this.writer.publish({ kind: 'ack', at: this.now, command, commandKind, sender, ...said })
  }

  async kill(): Promise<void> {
    await this.#bus.close()
  }

  answerWarmUp(requester: SenderId, instrument: InstrumentId, count = 3_000): void {
    const quotes = (this.#history.get(instrument) ?? []).slice(-count)
    const until = this.writer.lastQuote
    for (let from = 0; from === 0 || from < quotes.length; from += 64) {
      const some = quotes.slice(from, from + 64)
      const last = from + 64 >= quotes.length
      const about = { requester, instrument, quotes: some, until, last }
      this.writer.publish({ kind: 'warm-up', ...about })
    }
  }

  #done(fact: DoneFact): void {
    this.dones.push(fact)
    this.onDone(fact)
    this.#awaited.get(fact.seq)?.(fact)
    this.#awaited.delete(fact.seq)
  }

  #take(command: TargetPosition | Asked): void {
    if (command.kind === 'TargetPosition') {
      this.targets.push(command)
      this.onTarget(command)
      if (this.outcome !== undefined) this.acknowledge(command, this.outcome)
      return
    }
    this.asked.push(command)
    if (command.kind === 'SnapshotRequest') {
      if (this.answersSnapshots) this.#snapshot(command.sender)
    } else if (this.answersWarmUps) {
      this.answerWarmUp(command.sender, command.instrument, command.count)
    }
  }

  #snapshot(requester: SenderId): void {
    const who = { mode: 'simulated', profile: 'default', tradingDay: 20_200_821 as never } as const
    const time = { kind: 'time', at: this.now } as const
    const facts = [{ kind: 'hello', ...who } as const, this.directory, ...this.standing, time]
    this.writer.snapshot(requester, facts)
  }
}
