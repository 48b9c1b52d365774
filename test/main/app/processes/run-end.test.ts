import { describe, expect, it } from 'vitest'
import { Stop } from '../../../../src/adapters/run/clock.ts'
import {
  asSaid,
  failure,
  saying,
  sayingOf,
  sayingText,
} from '../../../../src/core/contracts/index.ts'
import { RunEnd } from '../../../../src/main/app/processes/run-end.ts'
import { RunNotes } from '../../../../src/main/app/processes/run-notes.ts'
import type { LostWorker } from '../../../../src/main/app/supervisor/supervision.ts'
import type { Saying } from '../../../../src/core/contracts/index.ts'

const FAILURE = failure('worker.lost', 'it is gone')

function ending(ready: boolean, name: string, why: LostWorker['why']) {
  const stop = new Stop()
  const end = new RunEnd(stop)
  if (ready) end.isReady()
  end.lost({ name, why, failure: FAILURE, lastLines: [] })
  return { stopped: stop.stopped, refusal: end.refusal, failures: end.failures }
}

describe('a worker that is not started any more', () => {
  it.each(['exchange', 'gateway', 'strategy.rule'])(
    'ends the start where it trades and refuses what it is told: %s',
    (name) =>
      expect(ending(false, name, 'refused')).toEqual({
        stopped: true,
        refusal: FAILURE,
        failures: [],
      }),
  )

  it.each(['exchange', 'gateway'])('ends the run where nothing trades without it: %s', (name) =>
    expect(ending(true, name, 'loop')).toEqual({
      stopped: true,
      refusal: undefined,
      failures: [FAILURE],
    }),
  )

  it.each<[string, boolean]>([
    ['strategy.rule', true],
    ['watchdog', false],
    ['history', false],
  ])('is missed, and told of in the end, where others go on: %s', (name, ready) =>
    expect(ending(ready, name, 'refused')).toEqual({
      stopped: false,
      refusal: undefined,
      failures: [FAILURE],
    }),
  )
})

it('tells notes of a run as they come, and keeps those of its end but what is known', () => {
  const told: Saying[] = []
  const notes = new RunNotes((what) => told.push(what))
  const limits = saying('replay.no-limits', { symbol: 'SIM.ag' })
  const cut = (name: string): Saying =>
    sayingOf(failure('recording.truncated', `${name}.csv is cut`))
  const [sixth, seventh] = [asSaid('row 6 is left out'), asSaid('row 7 is left out')]
  notes.take([], [])
  notes.take([limits], [])
  notes.take([limits], [])
  notes.take([limits, cut('a'), sixth, seventh], ['a.csv is cut'])
  notes.take([limits, cut('a'), sixth, seventh, cut('b')], ['b.csv is cut'])
  const end = saying('several', { sayings: [sixth, seventh] })
  expect([told, notes.since]).toEqual([
    [limits, end],
    [sayingText(limits), 'row 6 is left out; row 7 is left out'],
  ])
})

it('tells again why a command was not done, where it was given again after another', () => {
  const told: Saying[] = []
  const notes = new RunNotes((what) => told.push(what))
  const back = saying('replay.back')
  for (const each of [[back], [back], [], [back]]) notes.take(each, [])
  expect(told).toEqual([back, back])
})
