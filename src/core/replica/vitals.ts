import type { BeatFact, Saying, VitalFact, VitalStep } from '../contracts/index.ts'
import { saysTheSame } from '../contracts/index.ts'
import type { Source } from './source.ts'

/** Of each process: what led to how it is, starts and ends among it; and what was said. */
export const COURSE_KEPT = 100
export const WORDS_KEPT = 100

/** By process, what happened to it: the newest, oldest first. */
export type Vitals = Map<string, VitalFact[]>

/** What happened, without when. */
export type Vital = Omit<VitalFact, 'kind' | 'at' | 'clock'>

const NOTHING: Omit<Vital, 'step'> = {
  pid: NaN,
  start: NaN,
  epoch: NaN,
  since: NaN,
  code: NaN,
  signal: '',
  ok: true,
  sayings: [],
}

export function vital(step: VitalStep, more: Partial<Omit<Vital, 'step'>> = {}): Vital {
  return { ...NOTHING, ...more, step }
}

/** Words never push out what led to how a process is. */
export function keepVital(vitals: Vitals, source: string, fact: VitalFact): void {
  const all = vitals.get(source) ?? []
  vitals.set(source, all)
  all.push(fact)
  const isWord = isWordStep(fact.step)
  const alike = all.filter(({ step }) => isWordStep(step) === isWord)
  const [oldest] = alike
  if (alike.length <= (isWord ? WORDS_KEPT : COURSE_KEPT) || oldest === undefined) return
  all.splice(all.indexOf(oldest), 1)
}

/** Main's own words are of starts and ends, and as many as those. */
function isWordStep(step: VitalStep): boolean {
  return step === 'said' || step === 'noted'
}

/** What a beat says that the one before did not; to be asked before it is taken. */
export function vitalsOfBeat({ standing, beat: last, heardAt }: Source, beat: BeatFact): Vital[] {
  const { pid, notes: sayings, ready } = beat
  const found: Vital[] = []
  const isSameLife = last?.pid === pid && last.startedAt === beat.startedAt
  if (standing.silent) found.push(vital('speaks', { pid, since: heardAt }))
  if (!isSameLife) found.push(vital('heard', { pid }))
  const stands = ready ? 'ready' : 'waits'
  if (!isSameLife || last.ready !== ready) found.push(vital(stands, { pid, sayings }))
  else if (!isAlike(last.notes, sayings)) found.push(vital('noted', { pid, sayings }))
  return found
}

function isAlike(some: readonly Saying[], others: readonly Saying[]): boolean {
  if (some.length !== others.length) return false
  return some.every((each, place) => saysTheSame(each, others[place]!))
}
