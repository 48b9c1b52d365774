import { FactWriter } from '../../core/channel/index.ts'
import type { Codec } from '../../core/contracts/codec.ts'
import type { CommandHead, Failure } from '../../core/contracts/index.ts'
import { sayingOf } from '../../core/contracts/index.ts'
import type { SpecHead } from '../../core/contracts/worker-spec.ts'
import type { Epoch, IntentId, Micros, SenderId } from '../../core/domain/index.ts'
import type {
  Asker,
  Bus,
  Clock,
  Endpoint,
  Log,
  Pusher,
  SubscribeOptions,
  Subscription,
} from '../../core/ports/index.ts'
import { Heartbeat } from './heartbeat.ts'

const BEAT_EVERY = 250
/** Milliseconds. */
const LATER = 2
/** Service commands are carried out whenever they arrive: they bring no order about. */
const FOR_EVER = Number.MAX_SAFE_INTEGER as Micros

/** What a worker needs from outside; tests bring a bus and a clock of their own. */
export interface Surroundings {
  readonly bus: Bus
  readonly clock: Clock
  readonly log: Log
  readonly pid: number
  /** Finds the keys of a door; ipc doors have none. */
  readonly endpoint: (spec: SpecHead, name: string, address: string) => Endpoint
}

export interface StationParts extends Surroundings {
  readonly spec: SpecHead
  readonly epoch: Epoch
  readonly codec: Codec
  readonly publish: (frame: Uint8Array) => void
}

/**
 * What every worker has: its voice, its ears, its beat, its timers, and a way to end. A worker's
 * own work is written against this, so that it runs in a process of its own or in a test.
 */
export class Station {
  readonly spec: SpecHead
  readonly epoch: Epoch
  readonly codec: Codec
  readonly clock: Clock
  readonly log: Log
  readonly writer: FactWriter
  readonly heart: Heartbeat
  /** Why it must not leave though main is lost; undefined where nothing holds it. */
  staysFor: () => string | undefined = () => undefined
  /** Resolves once it has ended, with the exit code. */
  readonly ended: Promise<number>
  readonly #parts: StationParts
  readonly #timers = new Set<NodeJS.Timeout>()
  readonly #pushers = new Map<string, Pusher>()
  readonly #closers: ((reason: string) => void | Promise<void>)[] = []
  #end: (code: number) => void = () => undefined
  #quitting: Promise<void> | undefined
  #abandoned = false
  #flushing = false
  #flushLater: NodeJS.Timeout | undefined
  #ids = 0

  constructor(parts: StationParts) {
    const { spec, epoch, codec, clock, log, publish, pid } = parts
    const { name, mode, profile } = spec
    this.#parts = parts
    this.spec = spec
    this.epoch = epoch
    this.codec = codec
    this.clock = clock
    this.log = log
    this.ended = new Promise((resolve) => {
      this.#end = resolve
    })
    const origin = { source: name, mode, profile, epoch }
    const send = (frame: Uint8Array): void => {
      if (!this.#abandoned) publish(frame)
    }
    this.writer = new FactWriter({ codec, origin, send, now: () => clock.monotonic() })
    this.heart = new Heartbeat(this.writer, clock, pid)
    this.every(BEAT_EVERY, () => this.heart.beat())
  }

  /** How others address this worker, and how its commands are signed. */
  get sender(): SenderId {
    return this.spec.name as SenderId
  }

  get quitting(): boolean {
    return this.#quitting !== undefined
  }

  /** Sends a frame that is no fact, as a venue's report is, behind all that was told before. */
  send(frame: Uint8Array): void {
    this.writer.flush()
    if (!this.#abandoned) this.#parts.publish(frame)
  }

  /** Has what was told flushed when this turn of the loop ends. */
  flushSoon(): void {
    if (this.#flushing) return
    this.#flushing = true
    setImmediate(() => {
      this.#flushing = false
      this.writer.flush()
    })
  }

  /**
   * Has what was told flushed within a few milliseconds, together with what is told until then: for
   * what only those read who look on. Encoded and sent at once it would stand in the way of what
   * leaves or arrives in this very turn, such as an order's target.
   */
  flushLater(): void {
    this.#flushLater ??= setTimeout(() => {
      this.#flushLater = undefined
      this.writer.flush()
    }, LATER)
  }

  /** The head of a service command for a worker in this life; 0 where that is not known. */
  head(epoch: number): CommandHead {
    const id = `${this.spec.name}-${this.epoch.toString(36)}-${(++this.#ids).toString(36)}`
    return { id: id as IntentId, sender: this.sender, epoch: epoch as Epoch, validUntil: FOR_EVER }
  }

  /** The door for commands of a peer; one line each, however often it is asked for. */
  push(peer: string): Pusher {
    const known = this.#pushers.get(peer)
    if (known !== undefined) return known
    const opened = this.#parts.bus.push(this.#peer(peer, 'collect'))
    if (!opened.ok) throw new Error(opened.error.message)
    this.#pushers.set(peer, opened.value)
    return opened.value
  }

  /** A line to the door for questions of a peer; undefined where it has none. */
  ask(peer: string): Asker | undefined {
    const address = this.spec.peers[peer]?.answer
    if (address === undefined) return undefined
    const opened = this.#parts.bus.ask(this.#parts.endpoint(this.spec, peer, address))
    if (!opened.ok) throw new Error(opened.error.message)
    return opened.value
  }

  subscribe(peer: string, options: SubscribeOptions): Subscription {
    const opened = this.#parts.bus.subscribe(this.#peer(peer, 'publish'), options)
    if (!opened.ok) throw new Error(opened.error.message)
    return opened.value
  }

  /** @returns what ends the timer; it ends by itself with the station. */
  every(milliseconds: number, tick: () => void): () => void {
    const timer = setInterval(() => {
      if (!this.quitting) tick()
    }, milliseconds)
    this.#timers.add(timer)
    return () => {
      clearInterval(timer)
      this.#timers.delete(timer)
    }
  }

  /** Called at the end, the last one first; what it returns is waited for. */
  onQuit(closer: (reason: string) => void | Promise<void>): void {
    this.#closers.push(closer)
  }

  /** Ends in good order. Asked twice, it ends once. */
  quit(reason: string, code = 0): Promise<void> {
    this.#quitting ??= this.#close(reason, code)
    return this.#quitting
  }

  /**
   * Ends at once, for one that may no longer act: nothing is closed in order and nothing that was
   * told but has not left is said.
   */
  abandon(code: number): void {
    if (this.#abandoned) return
    this.#abandoned = true
    this.#quitting ??= Promise.resolve()
    for (const timer of this.#timers) clearInterval(timer)
    clearTimeout(this.#flushLater)
    void this.#parts.bus.close()
    this.#end(code)
  }

  /** Something that must not be survived: says so and ends. */
  async fail(failure: Failure): Promise<void> {
    this.log.error(`${failure.message} [${failure.code}]`)
    this.heart.waitsFor(sayingOf(failure))
    await this.quit(failure.message, 2)
  }

  async #close(reason: string, code: number): Promise<void> {
    this.log.info(`leaving: ${reason}`)
    for (const closer of this.#closers.toReversed()) {
      try {
        await closer(reason)
      } catch (error) {
        this.log.error(`while leaving: ${String(error)}`)
      }
    }
    for (const timer of this.#timers) clearInterval(timer)
    clearTimeout(this.#flushLater)
    this.writer.flush()
    await this.#parts.bus.close()
    this.#end(code)
  }

  #peer(name: string, door: 'publish' | 'collect'): Endpoint {
    const doors = this.spec.peers[name]
    if (doors === undefined) throw new Error(`the spec of ${this.spec.name} names no peer ${name}`)
    return this.#parts.endpoint(this.spec, name, doors[door])
  }
}
