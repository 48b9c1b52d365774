import type { VitalFact } from '../contracts/index.ts'

/**
 * How a process was for a while. `silent`: it is there, and no beat of it is heard. `down`: there
 * is no process. `unknown`: nobody here knows.
 */
export type Stretch = { readonly from: number; readonly until: number; readonly how: How }
export type How = 'unknown' | 'up' | 'silent' | 'down'

/** One thing that happened, as a row. */
export interface TimelineRow {
  readonly vital: VitalFact
  /** µs before the moment that ages are counted from; NaN where it happened after. */
  readonly age: number
  /** Of a silence: when the last sign of life before it came, on the wall clock; else NaN. */
  readonly heardClock: number
  /** µs without a beat, of a silence that is over; else NaN. */
  readonly took: number
}

/** What happened, newest first. @param openedAt monotonic: ages are those of then. */
export function timelineRows(
  vitals: readonly VitalFact[],
  openedAt: number,
): readonly TimelineRow[] {
  return vitals.toReversed().map((vital) => {
    const { at, clock, since, step } = vital
    return {
      vital,
      age: at <= openedAt ? openedAt - at : NaN,
      heardClock: clock - (at - since),
      took: step === 'speaks' ? at - since : NaN,
    }
  })
}

/**
 * How it was, over the time from `from` until `until`, without a hole.
 *
 * @param vitals oldest first. What was before the first of them is not known.
 * @param known until when news would have come: what is after it is not known. All monotonic.
 */
export function stretchesOf(
  vitals: readonly VitalFact[],
  { from, known, until }: { readonly from: number; readonly known: number; readonly until: number },
): readonly Stretch[] {
  const turns: Turn[] = [{ at: -Infinity, how: 'unknown' }]
  let pid = NaN
  for (const vital of vitals) {
    const { how } = turns.at(-1)!
    const next = turnOf(vital, how, pid)
    if (NAMES_PROCESS.has(vital.step)) pid = vital.pid
    if (next === undefined) continue
    turn(turns, next)
    if (vital.step === 'speaks') turn(turns, { at: vital.at, how: 'up' })
  }
  const heard = Number.isNaN(known) ? -Infinity : known
  while (turns.at(-1)!.at > heard) turns.pop()
  turn(turns, { at: heard, how: 'unknown' })
  return cut(turns, from, until)
}

interface Turn {
  readonly at: number
  readonly how: How
}

const NAMES_PROCESS: ReadonlySet<string> = new Set(['started', 'adopted', 'heard'])

/** What changes with it; undefined where nothing does. */
function turnOf(vital: VitalFact, how: How, pid: number): Turn | undefined {
  const { step, at, since } = vital
  switch (step) {
    case 'started':
    case 'adopted':
      // It may have been heard before it was taken over.
      return how === 'up' && Object.is(pid, vital.pid) ? undefined : { at, how: 'silent' }
    case 'heard':
      return { at, how: 'up' }
    case 'ready':
    case 'waits':
    case 'noted':
    case 'follows':
      // The last words of a process that is gone may come late.
      return how === 'down' ? undefined : { at, how: 'up' }
    case 'silent':
    case 'speaks':
      return how === 'down' ? undefined : { at: since, how: 'silent' }
    case 'exited': {
      const isAnother = !Number.isNaN(pid) && !Number.isNaN(vital.pid) && pid !== vital.pid
      return isAnother ? undefined : { at, how: 'down' }
    }
    case 'lost':
    case 'said':
    case 'told':
      return undefined
  }
}

/** What is told of an earlier moment changes nothing of what was before the last turn. */
function turn(turns: Turn[], next: Turn): void {
  const at = Math.max(next.at, turns.at(-1)!.at)
  // What lasted no time at all is no stretch.
  while (turns.length > 1 && turns.at(-1)!.at === at) turns.pop()
  if (turns.at(-1)!.how !== next.how) turns.push({ at, how: next.how })
}

function cut(turns: readonly Turn[], from: number, until: number): readonly Stretch[] {
  return turns.flatMap(({ at, how }, place) => {
    const begin = Math.max(from, at)
    const end = Math.min(until, turns[place + 1]?.at ?? Infinity)
    return end > begin ? [{ from: begin, until: end, how }] : []
  })
}

/** µs of each, in all. */
export function totalsOf(stretches: readonly Stretch[]): Readonly<Record<How, number>> {
  const totals: Record<How, number> = { unknown: 0, up: 0, silent: 0, down: 0 }
  for (const { how, from, until } of stretches) totals[how] += until - from
  return totals
}
