import { Stop } from '../../../adapters/run/clock.ts'
import type { Failure } from '../../../core/contracts/index.ts'
import { failure } from '../../../core/contracts/index.ts'
import type { WorkerSpec } from '../../../core/contracts/worker-spec.ts'
import type { Result, SenderId } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'
import type { SourceName } from '../../../core/replica/index.ts'
import { runOf } from '../../../core/replica/index.ts'
import type { Settings } from '../config/index.ts'
import { viewOf } from '../processes-view/index.ts'
import type { OpenedReplica } from '../replica/index.ts'
import { openReplica } from '../replica/index.ts'
import { openRouter } from '../router/index.ts'
import type { Outcome } from '../summary/index.ts'
import { summaryLines } from '../summary/index.ts'
import { Supervision } from '../supervisor/supervision.ts'
import type { Display } from '../terminal/index.ts'
import { openDisplay } from '../terminal/index.ts'
import { instrumentNotes } from './instrument-notes.ts'
import { keyboardOf } from './keyboard.ts'
import type { WorkerPlan } from './open-workers.ts'
import type { ProcessHost } from './process-host.ts'
import { RunEnd } from './run-end.ts'
import type { Runtime } from './runtime.ts'
import type { Grounds } from './specs.ts'
import { listenerOf } from './run-listener.ts'
import { RunNotes } from './run-notes.ts'
import { GATEWAY, HISTORY, WATCHDOG, strategiesOf } from './specs.ts'
import { RunRecord } from './summary.ts'

const LOOK_EVERY = 50
const NOTHING_BEGAN = 'it was ended before the account was known; nothing was traded'

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
  readonly #record: RunRecord
  readonly #notes: RunNotes
  /** Wall milliseconds at which session time was first known, and all that trades was ready. */
  #begunAt = NaN
  #tradesAt = NaN
  #allReady = false
  #announced = false
  /** What the exchange complained of. */
  readonly #troubles: string[] = []

  constructor(parts: ProcessRunParts) {
    const { plan, host, settings, grounds } = parts
    const { specs, station, secrets, registered } = plan
    this.#parts = parts
    this.#opened = openReplica(station, specs.map(sourceOf))
    this.#record = new RunRecord(this.#opened.replica, grounds, settings)
    this.#notes = new RunNotes((text) => this.#opened.say(true, text))
    const adopted = registered().find(({ name }) => name === GATEWAY)?.pid
    this.#opened.listen(
      listenerOf({
        onGatewayBeat: (beat) => this.#record.counts.take(beat, beat.pid === adopted),
        onExchangeTrouble: (message) => this.#troubles.push(message),
      }),
    )
    this.#supervision = new Supervision({
      specs,
      station,
      launcher: host.openLauncher(secrets.values),
      registered,
      windows: () => 1,
      onTold: (text, fine) => this.#opened.say(fine, text),
      onLost: (lost) => {
        this.#opened.say(false, `${lost.name}: ${lost.failure.message}`)
        this.#end.lost(lost)
      },
    })
  }

  async trade(): Promise<Result<Outcome, Failure>> {
    const { host, plan, runtime } = this.#parts
    host.onQuit(() => this.#quit())
    const display = this.#openDisplay()
    host.onCrash(display.close)
    try {
      this.#supervision.begin()
      plan.station.every(LOOK_EVERY, () => this.#look())
      await this.#over()
      await this.#supervision.quit()
      await plan.station.quit('the run is over')
      runtime.clear()
    } finally {
      display.close()
    }
    const { refusal } = this.#end
    return refusal === undefined ? ok(this.#outcome()) : failed(refusal)
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
    this.#record.look()
    const { host, settings } = this.#parts
    const now = host.clock.now()
    const { replica, say } = this.#opened
    if (Number.isNaN(this.#begunAt) && replica.session.at > 0) this.#begunAt = now
    const age = `${Math.round(host.age())} ms after the start`
    if (Number.isNaN(this.#tradesAt) && this.#trades()) {
      this.#tradesAt = now
      this.#end.isReady()
      say(true, `everything that trades is ready, ${age}`)
    }
    if (!this.#allReady && this.#supervision.ready) {
      this.#allReady = true
      say(true, `all processes are ready, ${age}`)
    }
    this.#announce()
    const run = runOf(replica)
    if (run !== undefined) this.#notes.take(run.note, this.#troubles)
    if (run?.phase === 'ended' && run.hash !== '') this.#stop.stop()
    if (now - this.#tradesAt >= settings.seconds * 1000) this.#stop.stop()
  }

  /** Trading waits for neither stores nor guards. */
  #trades(): boolean {
    return this.#supervision
      .statuses()
      .every(({ name, ready }) => ready || name === HISTORY || name === WATCHDOG)
  }

  /** Once: what a person should know of the instruments. */
  #announce(): void {
    if (this.#announced) return
    const { replica, say } = this.#opened
    const notes = instrumentNotes(replica, strategiesOf(this.#parts.settings))
    this.#announced = notes !== undefined
    for (const note of notes ?? []) say(true, note)
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
          now: plan.station.clock.monotonic(),
        }),
      pressed: keyboardOf(
        openRouter(plan.station, this.#opened, host.person),
        host.person,
        () => this.#quit(),
        (text) => this.#opened.say(false, text),
      ),
    })
  }

  #outcome(): Outcome {
    const { clock } = this.#parts.host
    const took = Number.isNaN(this.#begunAt) ? 0 : (clock.now() - this.#begunAt) / 1000
    const summary = this.#record.summary(took)
    return {
      summary: summary === undefined ? [NOTHING_BEGAN] : summaryLines(summary),
      notes: this.#notes.since,
      failures: [...this.#end.failures, ...this.#stateFailures(), ...this.#readingFailures()],
    }
  }

  /** Recordings that ended before their end: the exchange complains, and notes it with the run. */
  #readingFailures(): readonly Failure[] {
    const note = runOf(this.#opened.replica)?.note ?? ''
    return this.#troubles
      .filter((message) => note.includes(message))
      .map((message) => failure('recording.truncated', message))
  }

  #stateFailures(): readonly Failure[] {
    const { state, cause, reason } = this.#opened.replica.state.trading
    if (state !== 'halted') return []
    if (cause === 'journal') return [failure('journal.write', reason)]
    return cause === 'mismatch' ? [failure('command.state', reason)] : []
  }
}

/** How the replica knows a worker. */
function sourceOf(spec: WorkerSpec): SourceName {
  const { name, worker } = spec
  return worker === 'strategy'
    ? { name, worker, owner: spec.setting.id as SenderId }
    : { name, worker }
}
