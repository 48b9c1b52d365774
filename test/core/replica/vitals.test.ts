import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BeatFact, VitalFact } from '../../../src/core/contracts/index.ts'
import { VITAL_STEPS, asSaid } from '../../../src/core/contracts/index.ts'
import type { Micros } from '../../../src/core/domain/index.ts'
import {
  COURSE_KEPT,
  WORDS_KEPT,
  createSource,
  fallsSilent,
  hears,
  vital,
  vitalsOfBeat,
} from '../../../src/core/replica/index.ts'
import { hear, replicaFixture } from './replica-fixture.ts'

const SECOND = 1_000_000

const isWord = ({ step }: VitalFact): boolean => step === 'said' || step === 'noted'

describe('what happened to processes', () => {
  it('is kept by process, the newest in their order, and words push out no start or end', () => {
    const steps = fc.array(fc.tuple(fc.constantFrom(...VITAL_STEPS), fc.boolean()), {
      maxLength: 800,
      size: 'max',
    })
    fc.assert(
      fc.property(steps, (told) => {
        const replica = replicaFixture()
        const all = told.map(([step, isHistory], at) => {
          const source = isHistory ? 'history' : 'gateway'
          const stamps = { at: at as Micros, clock: at as Micros }
          const fact: VitalFact = { kind: 'vital', ...stamps, ...vital(step) }
          hear(replica, { source, fact })
          return { source, fact }
        })
        for (const name of ['history', 'gateway']) {
          const own = all.flatMap(({ source, fact }) => (source === name ? [fact] : []))
          const newest = new Set([
            ...own.filter(isWord).slice(-WORDS_KEPT),
            ...own.filter((fact) => !isWord(fact)).slice(-COURSE_KEPT),
          ])
          expect(replica.vitals.get(name) ?? []).toEqual(own.filter((fact) => newest.has(fact)))
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('a beat', () => {
  const beat = (more: Partial<BeatFact> = {}): BeatFact => ({
    kind: 'beat',
    at: 0 as Micros,
    pid: 7,
    startedAt: 1 as Micros,
    ready: true,
    notes: [],
    seqs: {},
    figures: {},
    ...more,
  })
  const steps = (...beats: readonly BeatFact[]): readonly string[] => {
    const source = createSource({ name: 'history', worker: 'history' }, 0 as Micros)
    return beats.map((each) => {
      const found = vitalsOfBeat(source, each)
      hears(source, each, 0 as Micros)
      return found.map(({ step, pid }) => `${step} ${pid}`).join(', ')
    })
  }

  it('tells of a life, and then of nothing but what it says otherwise', () => {
    const notes = [asSaid('a disk is full')]
    expect(
      steps(
        beat({ ready: false }),
        beat({ ready: false }),
        beat(),
        beat({ figures: { rows: 3 }, at: 9 as Micros }),
        beat({ notes }),
        beat({ notes: [asSaid('a disk is full')] }),
        beat({ pid: 8 }),
      ),
    ).toEqual(['heard 7, waits 7', '', 'ready 7', '', 'noted 7', '', 'heard 8, ready 8'])
  })

  it('ends a silence, which began with the last sign of life', () => {
    const source = createSource({ name: 'history', worker: 'history' }, 0 as Micros)
    hears(source, beat(), SECOND as Micros)
    expect(fallsSilent(source, (3 * SECOND) as Micros, SECOND)).toBe(true)
    expect(vitalsOfBeat(source, beat())).toEqual([vital('speaks', { pid: 7, since: SECOND })])
  })
})
