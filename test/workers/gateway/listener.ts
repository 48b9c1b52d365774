import { createCodec } from '../../../src/core/contracts/codec.ts'
import type {
  Command,
  CommandHead,
  DoneFact,
  Fact,
  FactKind,
  FactOf,
  ServiceCommand,
} from '../../../src/core/contracts/index.ts'
import type { Origin } from '../../../src/core/contracts/message.ts'
import { factFramesOf } from '../../../src/core/contracts/message.ts'
import type { Epoch, IntentId, Micros, SenderId } from '../../../src/core/domain/index.ts'
import type { Bus, Pusher } from '../../../src/core/ports/index.ts'
import { until } from '../../until.ts'
import { DOORS } from './gateway-fixture.ts'

type WithoutHead<Each> = Each extends CommandHead ? Omit<Each, keyof CommandHead> : never

/** One fact as it was heard, with its number. */
export interface Heard {
  readonly fact: Fact
  readonly seq: number
}

/** Somebody who listens to a gateway, keeps what it says in order, and may speak to it. */
export class Listener {
  readonly heard: Heard[] = []
  origin: Origin | undefined
  /** Called for every fact, before it is kept. */
  onFact: (fact: Fact, seq: number) => void = () => undefined
  readonly #codec = createCodec([])
  readonly #pusher: Pusher
  readonly #sender: SenderId
  #ids = 0

  constructor(bus: Bus, sender: string, doors = DOORS) {
    this.#sender = sender as SenderId
    const pusher = bus.push({ address: doors.collect })
    if (!pusher.ok) throw new Error(pusher.error.message)
    this.#pusher = pusher.value
    bus.subscribe({ address: doors.publish }, { topics: [], onFrame: (frame) => this.#hear(frame) })
  }

  of<Kind extends FactKind>(kind: Kind): readonly FactOf<Kind>[] {
    return this.heard.flatMap(({ fact }) => (fact.kind === kind ? (fact as FactOf<Kind>) : []))
  }

  last<Kind extends FactKind>(kind: Kind): FactOf<Kind> {
    const found = this.of(kind).at(-1)
    if (found === undefined) throw new Error(`no ${kind} was told`)
    return found
  }

  /** Waits for the first fact that is like this. */
  async hears<Kind extends FactKind>(
    kind: Kind,
    like: (fact: FactOf<Kind>) => boolean = () => true,
  ): Promise<FactOf<Kind>> {
    await until(() => this.of(kind).some(like))
    return this.of(kind).find(like)!
  }

  /** Asks how things stand. */
  async snapshot(instruments: readonly number[] = []): Promise<FactOf<'snapshot'>> {
    await until(() => this.#pusher.connected)
    const before = this.of('snapshot').length
    await until(() => {
      this.service({ kind: 'SnapshotRequest', instruments: instruments as never })
      return this.of('snapshot').length > before
    })
    return this.of('snapshot').at(-1)!
  }

  service(command: WithoutHead<ServiceCommand>): void {
    this.send(this.#codec.encodeCommand({ ...this.#head(0), ...command }))
  }

  /** @returns the command's id. */
  command(command: WithoutHead<Command>, head: Partial<CommandHead> = {}): IntentId {
    const whole = { ...this.#head(this.origin?.epoch ?? 0), ...command, ...head } as Command
    this.send(this.#codec.encodeCommand(whole))
    return whole.id
  }

  done(fact: Omit<DoneFact, 'kind'>): void {
    const body = { kind: 'done', ...fact } as const
    const head = { version: 1, source: this.#sender, mode: 'replay', profile: 'default' } as const
    this.send(this.#codec.encodeFact({ ...head, epoch: 1, seq: 1, at: 0 as Micros, body }))
  }

  send(frame: Uint8Array): void {
    void this.#pusher.send(frame)
  }

  get connected(): boolean {
    return this.#pusher.connected
  }

  #head(epoch: number): CommandHead {
    const id = `${this.#sender}-${++this.#ids}` as IntentId
    const validUntil = Number.MAX_SAFE_INTEGER as Micros
    return { id, sender: this.#sender, epoch: epoch as Epoch, validUntil }
  }

  #hear(frame: Uint8Array): void {
    const decoded = this.#codec.decode(frame)
    if (!decoded.ok) {
      // Who joined late knows no steps to count prices in, before its first snapshot.
      if (this.origin === undefined) return
      throw new Error(decoded.error.message)
    }
    const message = decoded.value
    const frames = factFramesOf(message)
    if (frames.length === 0) throw new Error(`the gateway said a ${message.kind}`)
    for (const { origin, facts, seq } of frames) {
      if (origin !== undefined) this.origin = origin
      facts.forEach((fact, index) => {
        this.onFact(fact, seq + index)
        this.heard.push({ fact, seq: seq + index })
      })
    }
  }
}
