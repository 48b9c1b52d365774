import type { Outcome, Surroundings } from '../../../scripts/setup/surroundings.mjs'

/** What a program answers, by its name and arguments as one would type them. */
export type Answers = Readonly<Record<string, Partial<Outcome>>>

export interface FakeMachine extends Surroundings {
  /** Every command line that was run, in order. */
  readonly told: readonly string[]
}

/**
 * A machine that runs nothing: each command gets the answer of the first entry that its line
 * begins with, and fails where there is none.
 */
export function fakeMachine(answers: Answers = {}, more: Partial<Surroundings> = {}): FakeMachine {
  const told: string[] = []
  const run = (program: string, args: readonly string[]): Outcome => {
    const line = [program, ...args].join(' ')
    told.push(line)
    const known = Object.entries(answers).find(([beginning]) => line.startsWith(beginning))
    if (known === undefined) return { ok: false, status: 127, out: '', error: 'E: not there' }
    return { ok: true, status: 0, out: '', error: '', ...known[1] }
  }
  return {
    platform: 'linux',
    machine: 'x64',
    environment: {},
    home: '/home-of-a-test',
    user: 0,
    run,
    ...more,
    told,
  }
}
