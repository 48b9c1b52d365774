import type { MemoryHub } from '../../../src/adapters/bus/index.ts'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import type {
  Fact,
  FactKind,
  ReplayAction,
  ServiceCommand,
  VenueReport,
  VenueRequest,
} from '../../../src/core/contracts/index.ts'
import type { CommandHead, FactOf } from '../../../src/core/contracts/index.ts'
import type {
  Epoch,
  InstrumentId,
  IntentId,
  Lots,
  Micros,
  OrderId,
  OrderTerms,
  OwnerId,
  SenderId,
  Ticks,
} from '../../../src/core/domain/index.ts'
import type { Bus, Pusher } from '../../../src/core/ports/index.ts'
import { until } from '../../until.ts'
import { DOORS } from './exchange-fixture.ts'

type WithoutHead<Command> = Command extends CommandHead ? Omit<Command, keyof CommandHead> : never

/** Milliseconds. */
const ASK_AGAIN_AFTER = 500

/** Somebody who talks with the exchange, and keeps what it said in order. */
export class Peer {
  /** One line each: `step 2`, `quote 5`, `time`, `report filled 3`, `run paused`. */
  readonly log: string[] = []
  readonly facts: Fact[] = []
  /** What was told, snapshots included. */
  readonly #known: Fact[] = []
  readonly reports: VenueReport[] = []
  /** Number of the last step that was told. */
  step = 0
  /** Called for every step; does nothing until it is set. */
  onStep: (seq: number) => void = () => undefined
  /** Called for every report, before it is kept. */
  onReport: (report: VenueReport) => void = () => undefined
  epoch = 1 as Epoch
  readonly #codec = createCodec([])
  readonly #pusher: Pusher
  readonly #sender: SenderId
  #ids = 0

  constructor(bus: Bus, address: (door: string) => { address: string }, sender = 'gateway') {
    this.#sender = sender as SenderId
    const pusher = bus.push(address(DOORS.collect))
    if (!pusher.ok) throw new Error(pusher.error.message)
    this.#pusher = pusher.value
    bus.subscribe(address(DOORS.publish), { topics: [], onFrame: (frame) => this.#hear(frame) })
  }

  get connected(): boolean {
    return this.#pusher.connected
  }

  of<Kind extends FactKind>(kind: Kind): readonly FactOf<Kind>[] {
    return this.facts.filter((fact): fact is FactOf<Kind> => fact.kind === kind)
  }

  /** The last of its kind, be it of a snapshot. */
  last<Kind extends FactKind>(kind: Kind): FactOf<Kind> {
    const found = this.#known.findLast((fact): fact is FactOf<Kind> => fact.kind === kind)
    if (found === undefined) throw new Error(`no ${kind} was told`)
    return found
  }

  /** Waits until so many entries of the log are like this. */
  async hears(like: string | RegExp, count = 1): Promise<void> {
    const fits = (line: string): boolean =>
      typeof like === 'string' ? line === like : like.test(line)
    try {
      await until(() => this.log.filter(fits).length >= count)
    } catch (cause) {
      const heard = this.log.slice(-12).join(', ')
      throw new Error(`not ${count} × ${String(like)}, but ${heard}`, { cause })
    }
  }

  ask(request: VenueRequest): void {
    this.send(this.#codec.encodeRequest(request, this.epoch))
  }

  login(epoch = this.epoch): void {
    this.epoch = epoch
    this.ask({ kind: 'login', epoch })
  }

  submit(order: OrderTerms): void {
    this.ask({ kind: 'submit', epoch: this.epoch, order })
  }

  /** Sends an order, and waits for that word of it: `filled 5`. */
  async orders(order: OrderTerms, report: string): Promise<void> {
    this.submit(order)
    await this.hears(`report ${report}`)
  }

  done(seq: number, more = false): void {
    const body = { kind: 'done', owner: 0 as OwnerId, seq, more } as const
    const head = { version: 1, source: 'gateway', mode: 'replay', profile: 'default' } as const
    const at = 0 as Micros
    this.send(this.#codec.encodeFact({ ...head, epoch: this.epoch, seq: 1, at, body }))
  }

  /** Answers every step at once from now on, beginning with the one that is open. */
  follow(): void {
    this.onStep = (seq) => this.done(seq)
    if (this.step > 0) this.done(this.step)
  }

  command(command: WithoutHead<ServiceCommand>): void {
    const head: CommandHead = {
      id: `${this.#sender}-${++this.#ids}` as IntentId,
      sender: this.#sender,
      epoch: 0 as Epoch,
      validUntil: Number.MAX_SAFE_INTEGER as Micros,
    }
    this.send(this.#codec.encodeCommand({ ...head, ...command }))
  }

  replay(action: ReplayAction, value = 0): void {
    this.command({ kind: 'Replay', action, value })
  }

  /** Asks how things stand, again and again: its line for answers may come up later. */
  async snapshot(instruments: readonly InstrumentId[] = []): Promise<FactOf<'snapshot'>> {
    const before = this.of('snapshot').length
    let askAt = 0
    await until(() => {
      if (performance.now() >= askAt) {
        askAt = performance.now() + ASK_AGAIN_AFTER
        this.command({ kind: 'SnapshotRequest', instruments })
      }
      return this.of('snapshot').length > before
    })
    return this.of('snapshot').at(-1)!
  }

  send(frame: Uint8Array): void {
    void this.#pusher.send(frame)
  }

  #hear(frame: Uint8Array): void {
    const decoded = this.#codec.decode(frame)
    if (!decoded.ok) {
      this.log.push(`unreadable ${decoded.error.code}`)
      return
    }
    const message = decoded.value
    if (message.kind === 'report') this.#report(message.report)
    if (message.kind !== 'facts') return
    message.facts.forEach((fact, index) => this.#fact(fact, message.seq + index))
  }

  #report(report: VenueReport): void {
    this.onReport(report)
    this.reports.push(report)
    this.log.push(`report ${report.kind}${'seq' in report ? ` ${report.seq}` : ''}`)
  }

  #fact(fact: Fact, seq: number): void {
    this.facts.push(fact)
    this.#known.push(...(fact.kind === 'snapshot' ? fact.facts : []), fact)
    if (fact.kind === 'beat') return
    if (fact.kind === 'quote') this.log.push(`quote ${seq}`)
    else if (fact.kind === 'run') this.log.push(`run ${fact.phase}`)
    else if (fact.kind === 'step') {
      this.log.push(`step ${seq}`)
      this.step = seq
      this.onStep(seq)
    } else this.log.push(fact.kind)
  }
}

/**
 * A peer on the same network in memory, once its lines are up.
 *
 * @param over whether there is nobody any more to connect to.
 */
export async function connectedPeer(
  hub: MemoryHub,
  sender = 'gateway',
  over = (): boolean => false,
): Promise<Peer> {
  const peer = new Peer(hub.bus(), (address) => ({ address }), sender)
  await until(() => peer.connected || over())
  return peer
}

/** An order for copper of the built-in market, to buy at its worst price unless told otherwise. */
export function order(id: string, overrides: Partial<OrderTerms> = {}): OrderTerms {
  return {
    id: id as OrderId,
    intent: `intent-${id}` as IntentId,
    owner: 1 as OwnerId,
    instrument: 0 as InstrumentId,
    side: 'buy',
    offset: 'open',
    kind: 'market',
    limit: NaN as Ticks,
    volume: 1 as Lots,
    createdAt: 0 as Micros,
    ...overrides,
  }
}
