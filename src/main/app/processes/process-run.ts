import { Stop } from '../../../adapters/run/clock.ts'
import type { Failure, Saying } from '../../../core/contracts/index.ts'
import { plainText, saying, sayingOf } from '../../../core/contracts/index.ts'
import type { WorkerSpec } from '../../../core/contracts/worker-spec.ts'
import type { Result, SenderId } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'
import type { SourceName } from '../../../core/replica/index.ts'
import type { Settings } from '../config/index.ts'
import { TerminalWords, viewOf } from '../processes-view/index.ts'
import type { Feed } from '../feed/index.ts'
import { openFeed } from '../feed/index.ts'
import type { OpenedReplica } from '../replica/index.ts'
import { openReplica } from '../replica/index.ts'
import type { Router } from '../router/index.ts'
import { openRouter } from '../router/index.ts'
import type { Outcome } from '../summary/index.ts'
import type { LostWorker } from '../supervisor/supervision.ts'
import { Supervision } from '../supervisor/supervision.ts'
import type { Display } from '../terminal/index.ts'
import { openDisplay } from '../terminal/index.ts'
import type { WebDoor, WindowHost } from '../windows/index.ts'
import type { HostWindows } from '../windows/host-windows.ts'
import { attachWindow, openWebDoor } from '../windows/index.ts'
import { keyboardOf } from './keyboard.ts'
import { openWindows } from './open-windows.ts'
import type { WorkerPlan } from './open-workers.ts'
import type { ProcessHost } from './process-host.ts'
import { RunEnd } from './run-end.ts'
import { listenerOf } from './run-listener.ts'
import { outcomeOf } from './run-outcome.ts'
import { RunProgress } from './run-progress.ts'
import type { Runtime } from './runtime.ts'
import type { Grounds } from './specs.ts'
import { GATEWAY } from './specs.ts'
import { RunRecord } from './run-record.ts'
import { showLink } from './show-link.ts'

const LOOK_EVERY = 50

export interface ProcessRunParts {
  readonly settings: Settings
  readonly host: ProcessHost
  readonly grounds: Grounds
  readonly runtime: Runtime
  readonly plan: WorkerPlan
}

/** One run across processes, from the first start to the last end. */
export class ProcessRun {
  readonly #parts: ProcessRunParts
  readonly #stop = new Stop()
  readonly #end = new RunEnd(this.#stop)
  readonly #supervision: Supervision
  readonly #opened: OpenedReplica
  readonly #feed: Feed
  readonly #router: Router
  readonly #windows: WindowHost
  #door: WebDoor | undefined
  readonly #words = new TerminalWords()
  readonly #record: RunRecord
  readonly #progress: RunProgress
  /** What the exchange complained of, in English: for the summary of the run. */
  readonly #troubles: string[] = []

  constructor(parts: ProcessRunParts) {
    const { plan, host, settings, grounds } = parts
    const { specs, station, secrets, registered } = plan
    this.#parts = parts
    this.#opened = openReplica(station, specs.map(sourceOf))
    this.#feed = openFeed(station, this.#opened, host.about)
    this.#router = openRouter(station, this.#opened, host.person)
    this.#record = new RunRecord(this.#opened.replica, grounds, settings)
    this.#progress = new RunProgress(this.#opened, settings)
    const adopted = registered().find(({ name }) => name === GATEWAY)?.pid
    this.#opened.listen(
      listenerOf({
        onGatewayBeat: (beat) => this.#record.counts.take(beat, beat.pid === adopted),
        onExchangeTrouble: (what) => this.#troubles.push(plainText(what)),
      }),
    )
    this.#supervision = new Supervision({
      specs,
      station,
      launcher: host.openLauncher(secrets.values),
      registered,
      // The terminal counts as one.
      windows: () => 1 + this.#feed.windows,
      onTold: (what, fine, name) => this.#opened.say(fine, what, name),
      onVital: this.#opened.tellVital,
      onLost: (lost) => this.#lost(lost),
    })
    // It asks the supervision at once how often each worker was started again.
    this.#windows = openWindows({
      station,
      opened: this.#opened,
      feed: this.#feed,
      router: this.#router,
      user: host.person,
      pid: host.pid,
      restart: (name, person) => this.#supervision.restart(name, person),
      restarts: () =>
        Object.fromEntries(this.#supervision.statuses().map(({ name, again }) => [name, again])),
    })
  }

  async trade(): Promise<Result<Outcome, Failure>> {
    const { host, plan, runtime } = this.#parts
    const door = await this.#openDoor()
    if (!door.ok) {
      await plan.station.quit(door.error.message)
      runtime.release()
      return door
    }
    this.#opened.say(true, saying('run.sockets', { folder: plan.station.spec.runtime }))
    host.onQuit(() => this.#quit())
    const closeWindows = host.onWindows?.(this.#hostWindows())
    const display = this.#openDisplay()
    host.onCrash(display.close)
    try {
      this.#supervision.begin()
      plan.station.every(LOOK_EVERY, () => this.#look())
      await this.#over()
      await this.#supervision.quit()
      await this.#door?.close()
      await plan.station.quit('the run is over')
      runtime.clear()
    } finally {
      closeWindows?.()
      display.close()
    }
    const { refusal } = this.#end
    return refusal === undefined ? ok(this.#outcome()) : failed(refusal)
  }

  #lost(lost: LostWorker): void {
    const { name, why, failure, lastLines } = lost
    const say = (what: Saying): void => this.#opened.say(false, what, name)
    say(saying('worker.lost', { name, failure: sayingOf(failure) }))
    if (why === 'loop')
      for (const line of lastLines) say(saying('worker.last-line', { name, line }))
    this.#end.lost(lost)
  }

  /** A person who asks a second time does not want to wait. */
  #quit(): void {
    if (this.#stop.stopped) void this.#supervision.quit()
    else this.#stop.stop()
  }

  #over(): Promise<void> {
    return new Promise((resolve) => {
      this.#stop.onStop(resolve)
      if (this.#stop.stopped) resolve()
    })
  }

  #look(): void {
    const { clock, age } = this.#parts.host
    this.#record.look()
    const moment = { now: clock.now(), age: age() }
    const over = this.#progress.look(moment, this.#supervision.statuses(), this.#troubles)
    if (!Number.isNaN(this.#progress.tradesAt)) this.#end.isReady()
    if (over) this.#stop.stop()
  }

  /** The page for this machine's browsers, unless it is switched off. */
  async #openDoor(): Promise<Result<void, Failure>> {
    const { settings, host, plan } = this.#parts
    if (settings.noWeb) return ok(undefined)
    const door = await openWebDoor({
      station: plan.station,
      windows: this.#windows,
      port: settings.webPort,
      page: host.page,
      wall: () => host.today().getTime(),
    })
    if (!door.ok) return door
    this.#door = door.value
    const link = this.#showLink()
    if (link !== undefined && host.openLink?.(link) === true) {
      const words = 'that link was opened in the browser; the key l shows another'
      this.#words.say(this.#opened, words)
    }
    return ok(undefined)
  }

  /** The same for a host that shows windows of its own. */
  #hostWindows(): HostWindows {
    const { replica, say } = this.#opened
    return {
      mode: this.#parts.grounds.mode,
      attach: (line, since) => attachWindow(line, since, this.#windows),
      power: (asleep) => this.#supervision.power(asleep),
      trading: () => replica.state.trading.state !== 'halted',
      quit: () => this.#quit(),
      tell: say,
    }
  }

  #showLink(): string | undefined {
    return showLink(this.#door, this.#opened, this.#words)
  }

  #openDisplay(): Display {
    const { host, settings, grounds, plan } = this.#parts
    const { profile, speed } = settings
    return openDisplay({
      ...host,
      now: () => host.clock.now(),
      ticks: () => this.#record.counts.counts.ticks,
      view: (ticksPerSecond) =>
        viewOf(this.#opened.replica, {
          mode: grounds.mode,
          profile,
          speed,
          ticksPerSecond,
          counts: this.#record.counts.counts,
          workers: this.#supervision.statuses(),
          own: this.#words.lines,
          now: plan.station.clock.monotonic(),
        }),
      pressed: keyboardOf({
        router: this.#router,
        person: host.person,
        quit: () => this.#quit(),
        link: () => void this.#showLink(),
        tell: (what) => this.#opened.say(false, what),
      }),
    })
  }

  #outcome(): Outcome {
    const { begunAt, notes } = this.#progress
    const took = (this.#parts.host.clock.now() - begunAt) / 1000
    return outcomeOf({
      replica: this.#opened.replica,
      summary: this.#record.summary(took),
      notes: notes.since,
      troubles: this.#troubles,
      failures: this.#end.failures,
    })
  }
}

/** How the replica knows a worker. */
function sourceOf(spec: WorkerSpec): SourceName {
  const owner = spec.worker === 'strategy' ? (spec.setting.id as SenderId) : undefined
  return { name: spec.name, worker: spec.worker, owner }
}
