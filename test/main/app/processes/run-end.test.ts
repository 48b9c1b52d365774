import { describe, expect, it } from 'vitest'
import { Stop } from '../../../../src/adapters/run/clock.ts'
import { failure } from '../../../../src/core/contracts/index.ts'
import { RunEnd } from '../../../../src/main/app/processes/run-end.ts'
import { RunNotes } from '../../../../src/main/app/processes/run-notes.ts'
import type { LostWorker } from '../../../../src/main/app/supervisor/supervision.ts'

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
  const told: string[] = []
  const notes = new RunNotes((text) => told.push(text))
  notes.take('', [])
  notes.take('no limits', [])
  notes.take('no limits', [])
  notes.take('no limits; a.csv is cut; row 7 is left out', ['a.csv is cut'])
  notes.take('no limits; a.csv is cut; row 7 is left out; b.csv is cut', ['b.csv is cut'])
  expect([told, notes.since]).toEqual([
    ['no limits', 'row 7 is left out'],
    ['no limits', 'row 7 is left out'],
  ])
})
