import type { BeatFact } from '../contracts/index.ts'
import type { Standing } from '../contracts/window-frame.ts'
import type { WorkerKind } from '../contracts/worker-spec.ts'
import type { Micros, SenderId } from '../domain/index.ts'

/** A process whose facts are followed, or main, which tells of itself. */
export interface SourceName {
  readonly name: string
  readonly worker: WorkerKind | 'main'
  /** Of a strategy: the owner whose positions it decides. */
  readonly owner?: SenderId | undefined
}

/** A process that is followed: how it stands, and its last beat. */
export interface Source {
  standing: Standing
  beat: BeatFact | undefined
  /** Monotonic, on the clock of whoever follows: its last sign of life; NaN before the first. */
  heardAt: Micros
}

const NEVER = NaN as Micros

/** @param now from when on it counts as not fresh: nothing is known of it yet. */
export function createSource({ name, worker, owner }: SourceName, now: Micros): Source {
  const standing: Standing = {
    name,
    worker,
    owner: owner ?? '',
    epoch: 0,
    line: 'waiting',
    silent: false,
    staleSince: now,
    missed: NaN,
  }
  return { standing, beat: undefined, heardAt: NEVER }
}

/** Whether what is known of it can be taken for how things are. */
export function isFresh({ line, silent }: Standing): boolean {
  return line === 'following' && !silent
}

/** Its facts are whole from here on; it has just said how things stand, as alive as by a beat. */
export function follows(source: Source, epoch: number, now: Micros): void {
  source.heardAt = now
  const standing = { ...source.standing, epoch, line: 'following', silent: false } as const
  stand(source, { ...standing, missed: NaN }, NEVER)
}

/** Something was missed. */
export function loses(source: Source, now: Micros): void {
  stand(source, { ...source.standing, line: 'lost', missed: NaN }, now)
}

/** So many quotes were missed up to now. */
export function misses(source: Source, missed: number): void {
  source.standing = { ...source.standing, missed }
}

/** @returns whether it was silent before. */
export function hears(source: Source, beat: BeatFact, now: Micros): boolean {
  const { silent } = source.standing
  source.beat = beat
  source.heardAt = now
  if (silent) stand(source, { ...source.standing, silent: false }, now)
  return silent
}

/** @returns whether it has just fallen silent. */
export function fallsSilent(source: Source, now: Micros, silence: number): boolean {
  const { heardAt, standing } = source
  if (standing.silent || !(now - heardAt > silence)) return false
  stand(source, { ...standing, silent: true }, heardAt)
  return true
}

/** @param since when it stopped being fresh, should it have been so until now. */
function stand(source: Source, next: Standing, since: Micros): void {
  const fresh = isFresh(next)
  const was = source.standing.staleSince
  source.standing = { ...next, staleSince: fresh ? NEVER : Number.isNaN(was) ? since : was }
}
