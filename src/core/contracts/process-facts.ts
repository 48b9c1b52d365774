import type { InstrumentId, Micros, OwnerId, Quote, SenderId } from '../domain/index.ts'
import type { Saying } from './sayings/index.ts'

/** Lock-step: everything that belongs to one moment was said; what follows waits for `done`. */
export interface StepFact {
  readonly kind: 'step'
  readonly at: Micros
}

/**
 * Lock-step: this follower is done with everything up to the step numbered `seq`, what it wanted
 * to say of it has been said before. Said to whoever is followed, through its door for commands.
 */
export interface DoneFact {
  readonly kind: 'done'
  /** Of a strategy; 0 of a gateway. */
  readonly owner: OwnerId
  readonly seq: number
  /** It has more to say of this step once it was answered: time stands until then. */
  readonly more: boolean
}

/** Sent by every process four times a second, from its first breath on. */
export interface BeatFact {
  readonly kind: 'beat'
  /** The sender's monotonic clock, the same for all processes of one machine. */
  readonly at: Micros
  readonly pid: number
  /** On the wall clock. */
  readonly startedAt: Micros
  /** Whether it does its work; the notes say what it waits for, or what a person should know. */
  readonly ready: boolean
  readonly notes: readonly Saying[]
  /** The last number given to each kind, so that a lost last message is seen. */
  readonly seqs: Readonly<Record<string, number>>
  /**
   * What it measures of itself: queues, rates, latencies in µs; names are in `docs/protocol.md`.
   */
  readonly figures: Readonly<Record<string, number>>
}

/**
 * What can happen to a process, as main sees it. `started`, `adopted`: main began it, or took over
 * one of an earlier main. `heard`: the first beat of a life. `ready`, `waits`, `noted`: its beats
 * say something else than before. `silent`, `speaks`: its beats stopped, and go on. `lost`,
 * `follows`: something of what it said is missing, and all of it is known. `said` by itself, `told`
 * of it by main. New ones go to the end: they travel as their index.
 */
export const VITAL_STEPS = [
  'started',
  'adopted',
  'heard',
  'ready',
  'waits',
  'noted',
  'silent',
  'speaks',
  'lost',
  'follows',
  'exited',
  'said',
  'told',
] as const
export type VitalStep = (typeof VITAL_STEPS)[number]

/** One thing that happened to a process. Main tells its windows of it; it is on no bus. */
export interface VitalFact {
  readonly kind: 'vital'
  /** Monotonic: when main knew of it. */
  readonly at: Micros
  /** The same moment on the wall clock. */
  readonly clock: Micros
  readonly step: VitalStep
  /** NaN where it is not known. */
  readonly pid: number
  /** Of `started`: which start it is since main began, from 1. NaN of all others. */
  readonly start: number
  /** Of `follows`: the process's own life. NaN of all others. */
  readonly epoch: number
  /** Monotonic, of `silent` and `speaks`: the last sign of life before. NaN of all others. */
  readonly since: number
  /** Of `exited`: NaN where it ended by a signal, or nobody knows how. */
  readonly code: number
  /** Of `exited`; empty where it ended by itself, or nobody knows how. */
  readonly signal: string
  /** Of `said` and `told`: whether all is well. True of all others. */
  readonly ok: boolean
  /** What it waits for or notes, what was said, or what was missed. */
  readonly sayings: readonly Saying[]
}

/** Earlier quotes of one instrument, oldest first, in several frames; live ones may lie between. */
export interface WarmUpFact {
  readonly kind: 'warm-up'
  readonly requester: SenderId
  readonly instrument: InstrumentId
  readonly quotes: readonly Quote[]
  /** Number of the last live quote of any instrument that was said when the request came. */
  readonly until: number
  /** Whether this is the last frame of the answer. */
  readonly last: boolean
}

export const RUN_PHASES = ['waiting', 'playing', 'paused', 'seeking', 'ended'] as const
export type RunPhase = (typeof RUN_PHASES)[number]

/** How a replay stands. */
export interface RunFact {
  readonly kind: 'run'
  readonly at: Micros
  readonly phase: RunPhase
  /** Session time against wall time; infinite at full speed. */
  readonly speed: number
  /** Stamps of the first quote, and of the last where it is known (NaN where not). */
  readonly from: Micros
  readonly until: Micros
  readonly quotes: number
  /** Of everything that passed the gateway so far: messages, and their SHA-256 once it ended. */
  readonly messages: number
  readonly hash: string
  /** What a person should know: what was left out, why it ended. */
  readonly notes: readonly Saying[]
}

/** What processes tell of themselves and of how they stand with each other. */
export type ProcessFact = StepFact | DoneFact | BeatFact | WarmUpFact | RunFact | VitalFact
