import { expect, it } from 'vitest'
import type { BeatFact } from '../../../../src/core/contracts/index.ts'
import type { Micros } from '../../../../src/core/domain/index.ts'
import { GatewayCounts } from '../../../../src/main/app/processes/run-counts.ts'
import { beatOf } from '../supervisor/rig.ts'

function beat(pid: number, ticks: number, fees = 0): BeatFact {
  const figures = { 'run.ticks': ticks, 'run.fees_fen': fees }
  return { ...beatOf(pid, 0 as Micros), figures }
}

it('adds up what every life of the gateway counts from 0 on', () => {
  const counts = new GatewayCounts()
  for (const each of [beat(1, 5, 100), beat(1, 8, 150), beat(2, 3), beat(2, 4, 10)]) {
    counts.take(each, false)
  }
  expect(counts.counts).toEqual({ ticks: 12, orders: 0, cancels: 0, fills: 0, fees: 160 })
})

it('counts of an adopted gateway only what it does from now on', () => {
  const counts = new GatewayCounts()
  counts.take(beat(1, 500), true)
  counts.take(beat(1, 510), true)
  counts.take(beat(2, 7), false)
  expect(counts.counts.ticks).toBe(17)
})
