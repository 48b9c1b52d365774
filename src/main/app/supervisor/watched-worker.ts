import type { BeatFact, Saying } from '../../../core/contracts/index.ts'
import { saying, sayingsText } from '../../../core/contracts/index.ts'
import type { Micros } from '../../../core/domain/index.ts'
import { MICROS_PER_SECOND } from '../../../core/domain/index.ts'
import type { Exit, LivingProcess } from '../../../core/ports/index.ts'
import { Restarts } from './restarts.ts'
import type { SupervisorEffect, Ward, WorkerStatus } from './ward.ts'

/** A worker that says nothing for so long after it was started never will. */
const FIRST_WORD_WITHIN = 60 * MICROS_PER_SECOND
/** Beats of an adopted worker come once the line to it is up. */
const LINE_WITHIN = 2 * MICROS_PER_SECOND
const KILL_AGAIN = MICROS_PER_SECOND

type Effects = readonly SupervisorEffect[]

/** One worker through all its lives: started, heard, killed when silent, started again. */
export class WatchedWorker {
  readonly ward: Ward
  #phase: WorkerStatus['phase'] = 'down'
  #pid = NaN
  /** When it is to start, or did. */
  #startAt = 0
  /** Its first word of this life, and its last; NaN while there is none. */
  #firstHeardAt = NaN
  #heardAt = NaN
  #killAt = NaN
  #again = 0
  /** It was started anew, and was not ready since. */
  #returns = false
  #beat: BeatFact | undefined
  readonly #restarts: Restarts

  constructor(ward: Ward) {
    this.ward = ward
    this.#restarts = new Restarts(ward.longestDelay)
  }

  get phase(): WorkerStatus['phase'] {
    return this.#phase
  }

  /** Whether there is a process of it, well or not. */
  get runs(): boolean {
    return this.#phase === 'up' || this.#phase === 'killed'
  }

  status(): WorkerStatus {
    const { name } = this.ward
    const [phase, pid, again, beat] = [this.#phase, this.#pid, this.#again, this.#beat]
    const ready = phase === 'up' && beat?.ready === true
    return {
      name,
      phase,
      pid,
      again,
      ready,
      note: sayingsText(beat?.notes ?? []),
      figures: beat?.figures ?? {},
    }
  }

  /** The process that its start or adoption led to. */
  launched(pid: number): void {
    this.#pid = pid
  }

  isProcess(pid: number): boolean {
    return Object.is(this.#pid, pid)
  }

  adopt(process: LivingProcess, now: Micros): Effects {
    const { name } = this.ward
    this.#phase = 'up'
    this.#startAt = now
    this.#firstHeardAt = NaN
    this.#heardAt = now + LINE_WITHIN
    const what = saying('worker.goes-on', { name, pid: process.pid })
    return [{ kind: 'adopt', name, process }, told(name, true, what)]
  }

  /** Starts it where it is due. */
  start(now: Micros): Effects {
    if (this.#phase !== 'down' || now < this.#startAt) return []
    this.#phase = 'up'
    this.#startAt = now
    this.#firstHeardAt = NaN
    this.#heardAt = NaN
    return [{ kind: 'launch', name: this.ward.name }]
  }

  heard(beat: BeatFact, now: Micros): Effects {
    // The last words of a process that is gone may come late.
    if (!this.runs || this.#pid !== beat.pid) return []
    this.#heardAt = now
    this.#beat = beat
    if (Number.isNaN(this.#firstHeardAt)) this.#firstHeardAt = now
    if (!beat.ready || !this.#returns) return []
    this.#returns = false
    const { name } = this.ward
    return [told(name, true, saying('worker.ready-again', { name }))]
  }

  /** Kills it where it was silent for too long. */
  examine(now: Micros): Effects {
    const { name, silentAfter } = this.ward
    const kill: SupervisorEffect = { kind: 'signal', key: name, signal: 'kill' }
    if (this.#phase === 'killed') {
      if (now < this.#killAt) return []
      this.#killAt = now + KILL_AGAIN
      return [kill]
    }
    if (this.#phase !== 'up') return []
    const wordless = Number.isNaN(this.#heardAt)
    const since = wordless ? this.#startAt : this.#heardAt
    const bound = wordless ? FIRST_WORD_WITHIN : silentAfter
    if (now - since <= bound) return []
    this.#phase = 'killed'
    this.#killAt = now + KILL_AGAIN
    const seconds = (bound / MICROS_PER_SECOND).toFixed(1)
    return [told(name, false, saying('worker.silent', { name, seconds })), kill]
  }

  /** This process did not listen for so long: what it did not hear is not the worker's silence. */
  forgive(late: number): void {
    if (Number.isNaN(this.#heardAt)) this.#startAt += late
    else this.#heardAt += late
  }

  /** Its process is gone. */
  gone(): void {
    this.#pid = NaN
    this.#beat = undefined
    this.#phase = 'down'
    this.#startAt = Infinity
  }

  /**
   * What becomes of it after its process ended that way.
   *
   * @param taken whether it found its place taken.
   */
  again(exit: Exit, now: Micros, taken: boolean): Effects {
    const { name } = this.ward
    const healthyFor = Number.isNaN(this.#firstHeardAt) ? 0 : now - this.#firstHeardAt
    const verdict = this.#restarts.ended(exit.code, healthyFor, now, taken)
    if (verdict.kind === 'never') {
      this.#phase = 'lost'
      return [{ kind: 'lost', name, why: verdict.why, what: saying(LOST[verdict.why], { name }) }]
    }
    this.#startAt = verdict.at
    this.#again++
    this.#returns = true
    const seconds = (verdict.at - now) / MICROS_PER_SECOND
    return [told(name, false, ended(name, exit, seconds))]
  }

  /** It left because a person wanted it to, and starts at once: that is no fault of its. */
  returns(now: Micros): Effects {
    this.#restarts.forget()
    this.#startAt = now
    this.#again++
    this.#returns = true
    const { name } = this.ward
    return [told(name, true, saying('worker.left', { name }))]
  }

  /** @returns whether it had been given up, and is to start now. */
  revive(now: Micros): boolean {
    if (this.#phase !== 'lost') return false
    this.#restarts.forget()
    this.#phase = 'down'
    this.#startAt = now
    this.#again++
    return true
  }
}

const LOST = {
  refused: 'worker.refuses',
  loop: 'worker.loops',
} as const

export function told(name: string, ok: boolean, what: Saying): SupervisorEffect {
  return { kind: 'told', name, ok, what }
}

function ended(name: string, { code, signal }: Exit, seconds: number): Saying {
  if (signal !== null) return saying('worker.ended', { name, how: signal, seconds })
  if (code === null) return saying('worker.ended-unknown', { name, seconds })
  return saying('worker.ended-code', { name, exit: code, seconds })
}
