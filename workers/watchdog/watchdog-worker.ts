import type { Followed, Station } from '../../src/adapters/station/index.ts'
import { follow } from '../../src/adapters/station/index.ts'
import type { BeatFact, HelloFact, Saying, VenueReport } from '../../src/core/contracts/index.ts'
import { saying, sayingText } from '../../src/core/contracts/index.ts'
import type { Message } from '../../src/core/contracts/message.ts'
import { REPORTS } from '../../src/core/contracts/wire/venue.ts'
import type { SpecHead, WatchdogSpec } from '../../src/core/contracts/worker-spec.ts'
import type { Epoch } from '../../src/core/domain/index.ts'
import { NO_TRADING_DAY } from '../../src/core/domain/index.ts'
import { MICROS_PER_MILLISECOND } from '../../src/core/domain/index.ts'
import type { CancelOnlyVenue } from './cancel-only-venue.ts'
import { cancelOnlyVenue } from './cancel-only-venue.ts'
import { Clearance } from './clearance.ts'
import type { Killed } from './kill-stalled.ts'
import type { Watched } from './watch.ts'
import { Watch } from './watch.ts'

/** What of the exchange's reports says how a clearance goes. */
const HEARD: readonly VenueReport['kind'][] = ['logged-in', 'ledger']

/** The dead man's switch of one gateway. */
export class WatchdogWorker {
  readonly #spec: WatchdogSpec
  readonly #station: Station
  readonly #kill: (spec: SpecHead, name: string, pid: number) => Killed
  readonly #watch: Watch
  readonly #venue: CancelOnlyVenue
  readonly #followed: Followed
  /** Of the gateway's last life that is known. */
  #epoch = 0 as Epoch
  #clearance: Clearance | undefined
  #kills = 0
  #cancels = 0

  constructor(
    spec: WatchdogSpec,
    station: Station,
    kill: (spec: SpecHead, name: string, pid: number) => Killed,
  ) {
    const { gateway, exchange, silenceMs } = spec
    this.#spec = spec
    this.#station = station
    this.#kill = kill
    this.#watch = new Watch(silenceMs * MICROS_PER_MILLISECOND, station.clock.monotonic())
    this.#venue = cancelOnlyVenue(station, exchange)
    this.#followed = follow(station, gateway, {
      follows: [],
      onSnapshot: (_, { epoch }) => {
        this.#epoch = epoch
      },
      onFact: () => undefined,
      onLost: () => undefined,
      onBeat: (beat) => this.#heard(beat),
    })
    station.subscribe(exchange, {
      topics: HEARD.map((kind) => Uint8Array.of(REPORTS.of({ kind } as VenueReport).number)),
      onFrame: (frame) => this.#report(frame),
    })
    station.staysFor = () => this.#staysFor()
    station.every(this.#watch.checkEvery / MICROS_PER_MILLISECOND, () => this.#check())
    station.heart.waitsFor(saying('beat.waits', { names: gateway }))
  }

  receive(message: Message): void {
    const { clock, log, writer } = this.#station
    if (message.kind !== 'command') {
      return log.warn(`a frame of ${message.kind} is nothing for a watchdog`)
    }
    const { command } = message
    switch (command.kind) {
      case 'Power':
        return this.#watch.power(command.asleep, clock.monotonic())
      case 'SnapshotRequest':
        return writer.snapshot(command.sender, [this.#hello()])
      case 'Beat':
        return
      default:
        log.warn(`a ${command.kind} of ${command.sender} is no command for a watchdog`)
    }
  }

  #heard(beat: BeatFact): void {
    const { clock, heart } = this.#station
    // Without its epoch it could not be shut out: it counts once that is known.
    const ready = beat.ready && this.#followed.reader.following
    if (!this.#watch.heard({ ...beat, ready }, clock.monotonic())) return
    if (this.#watch.watches !== undefined) {
      this.#stop()
      heart.isReady(saying('beat.watches', { pid: beat.pid }))
    } else if (this.#clearance?.done !== false) {
      heart.waitsFor(saying('beat.waits-ready', { gateway: this.#spec.gateway }))
    }
  }

  /** The gateway is back in another life: what works is its own again. */
  #stop(): void {
    const clearance = this.#clearance
    if (clearance === undefined) return
    this.#clearance = undefined
    this.#cancels += clearance.cancels
    if (!clearance.done)
      this.#say(true, saying('watchdog.gateway-back', { gateway: this.#spec.gateway }))
  }

  #check(): void {
    const now = this.#station.clock.monotonic()
    const stalled = this.#watch.check(now)
    if (stalled !== undefined) this.#act(stalled)
    this.#clearance?.tick(now)
    const clearing = this.#clearance
    Object.assign(this.#station.heart.figures, {
      'silence.ms': Math.round(this.#watch.silentFor(now) / MICROS_PER_MILLISECOND),
      kills: this.#kills,
      cancels: this.#cancels + (clearing?.cancels ?? 0),
      'orders.working': clearing?.working ?? NaN,
    })
  }

  /** Kills first: whoever is dead sends nothing more. Then cancels what it left. */
  #act({ pid }: Watched): void {
    const { gateway } = this.#spec
    const { clock, heart, log } = this.#station
    const millis = Math.round(this.#watch.silentFor(clock.monotonic()) / MICROS_PER_MILLISECOND)
    const killed = this.#kill(this.#spec, gateway, pid)
    if (killed === 'killed') this.#kills++
    const what = became(killed, { gateway, pid, millis })
    log.warn(sayingText(what))
    this.#say(killed === 'gone', what)
    this.#stop()
    this.#clearance = new Clearance({
      venue: this.#venue,
      epoch: (this.#epoch + 1) as Epoch,
      onWorking: (count) => this.#say(false, saying('watchdog.cancels', { count })),
      onDone: () => this.#cleared(),
    })
    heart.isReady(saying('beat.cancels-left', { gateway }))
  }

  #cleared(): void {
    const { exchange, gateway } = this.#spec
    this.#say(true, saying('watchdog.cleared', { exchange }))
    this.#station.heart.isReady(saying('beat.next-life', { gateway }))
  }

  #report(frame: Uint8Array): void {
    const decoded = this.#station.codec.decode(frame)
    if (!decoded.ok)
      return this.#station.log.warn(`${this.#spec.exchange}: ${decoded.error.message}`)
    if (decoded.value.kind === 'report') this.#clearance?.report(decoded.value.report)
  }

  #staysFor(): string | undefined {
    const { gateway } = this.#spec
    if (this.#clearance?.done === false) return `cancels what ${gateway} left`
    return this.#watch.watches === undefined ? undefined : `watches over ${gateway}`
  }

  #hello(): HelloFact {
    const { mode, profile } = this.#spec
    return { kind: 'hello', mode, profile, tradingDay: NO_TRADING_DAY }
  }

  #say(ok: boolean, what: Saying): void {
    const { writer, clock } = this.#station
    writer.publish({ kind: 'health', at: clock.wall(), ok, saying: what })
  }
}

interface Stalled {
  readonly gateway: string
  readonly pid: number
  readonly millis: number
}

function became(killed: Killed, stalled: Stalled): Saying {
  if (killed === 'killed') return saying('watchdog.killed', { ...stalled })
  if (killed === 'gone') return saying('watchdog.gone', { ...stalled })
  return saying('watchdog.left', { ...stalled, trouble: killed.left })
}
