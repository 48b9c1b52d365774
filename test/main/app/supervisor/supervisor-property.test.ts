import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Manner } from './rig.ts'
import { Rig, STAGES, foundProcess, wards } from './rig.ts'

const NAMES = Object.keys(STAGES) as (keyof typeof STAGES)[]
const MANNERS: readonly Manner[] = ['obeys', 'deaf', 'stopped']

type Deed =
  | { readonly kind: 'pass'; readonly for: number }
  | { readonly kind: 'stall'; readonly for: number }
  | { readonly kind: 'end'; readonly name: string; readonly code: number | null }
  | { readonly kind: 'manner'; readonly name: string; readonly manner: Manner }
  | { readonly kind: 'starts'; readonly manner: Manner | 'dies' | 'refuses' }

const name = fc.constantFrom(...NAMES)
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ kind: fc.constant('pass' as const), for: fc.integer({ min: 1, max: 9000 }) }),
  fc.record({ kind: fc.constant('stall' as const), for: fc.integer({ min: 1, max: 20_000 }) }),
  fc.record({
    kind: fc.constant('end' as const),
    name,
    code: fc.constantFrom(null, 0, 1, 2),
  }),
  fc.record({ kind: fc.constant('manner' as const), name, manner: fc.constantFrom(...MANNERS) }),
  fc.record({
    kind: fc.constant('starts' as const),
    manner: fc.constantFrom(...MANNERS, 'dies' as const, 'refuses' as const),
  }),
)

const found = fc.uniqueArray(fc.tuple(name, fc.integer({ min: 1, max: 99 }), fc.boolean()), {
  selector: ([, pid]) => pid,
  maxLength: 4,
})

const later = fc.dictionary(
  fc.constantFrom(...NAMES),
  fc.constantFrom(100_000, 500_000),
) as fc.Arbitrary<Record<string, number>>

/** The rig throws where a worker would run twice. */
it('never runs a worker twice, and leaves nothing behind, whatever happens', () => {
  fc.assert(
    fc.property(found, later, fc.array(deed, { maxLength: 30 }), (left, waiting, deeds) => {
      const rig = new Rig(wards(waiting))
      const processes = left.map(([each, pid, adoptable]) => foundProcess(each, pid, adoptable))
      rig.begin(processes)
      for (const each of deeds) perform(rig, each)
      rig.manner = 'obeys'
      rig.quit()
      rig.log.length = 0
      rig.pass(60_000)
      expect([rig.living.size, rig.supervisor.ended, rig.done('launch', 'adopt')]).toEqual([
        0,
        true,
        [],
      ])
    }),
    { numRuns: 500 },
  )
})

it('has every worker up again, once it behaves, unless it was given up', () => {
  fc.assert(
    fc.property(later, fc.array(deed, { maxLength: 30 }), (waiting, deeds) => {
      const rig = new Rig(wards(waiting))
      rig.begin()
      for (const each of deeds) perform(rig, each)
      rig.manner = 'obeys'
      for (const process of rig.living.values()) process.manner = 'obeys'
      rig.pass(80_000)
      const statuses = rig.supervisor.statuses()
      expect(statuses.filter(({ phase, ready }) => phase !== 'lost' && !ready)).toEqual([])
    }),
    { numRuns: 500 },
  )
})

function perform(rig: Rig, each: Deed): void {
  switch (each.kind) {
    case 'pass':
      return rig.pass(each.for)
    case 'stall':
      return rig.stall(each.for)
    case 'end':
      return rig.end(each.name, { code: each.code, signal: null })
    case 'starts':
      rig.manner = each.manner
      return
    case 'manner': {
      const process = rig.processOf(each.name)
      if (process !== undefined) process.manner = each.manner
    }
  }
}
