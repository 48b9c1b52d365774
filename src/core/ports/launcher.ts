import type { WorkerSpec } from '../contracts/worker-spec.ts'

/** How a process ended; both are null where that is not known, as of one that was adopted. */
export interface Exit {
  readonly code: number | null
  readonly signal: string | null
}

/** `end` asks politely, `kill` cannot be refused, not even by a process that was stopped. */
export type EndSignal = 'end' | 'kill'

/** A worker's process. */
export interface Launched {
  /** NaN of one that could not be started; its `exited` comes at once. NaN before `begun`, too. */
  readonly pid: number
  /** Resolves when `pid` is known, where a host starts processes in its own time. */
  readonly begun?: Promise<void>
  /** Resolves once, when the process is gone. Never rejects. */
  readonly exited: Promise<Exit>
  /** Of a process that is gone it does nothing. */
  readonly kill: (signal: EndSignal) => void
}

/** A process of an earlier main: its number, and what tells it from a later one of that number. */
export interface LivingProcess {
  readonly pid: number
  readonly born: string
}

/** Starts workers as processes of their own, which outlive this one where the host allows it. */
export interface Launcher {
  readonly launch: (spec: WorkerSpec) => Launched
  /** Takes over a process that an earlier main started; of a worker that is kept, with its spec. */
  readonly adopt: (living: LivingProcess, spec?: WorkerSpec) => Launched
  /** The last lines that a worker wrote to its log, oldest first. */
  readonly lastLines: (spec: WorkerSpec, count: number) => readonly string[]
}
