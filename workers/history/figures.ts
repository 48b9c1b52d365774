import type { Outbox } from '../../src/adapters/history/index.ts'
import type { Station } from '../../src/adapters/station/index.ts'
import type { Failure } from '../../src/core/contracts/index.ts'
import type { History, HotStore } from '../../src/core/ports/index.ts'
import type { Recorder } from './recorder.ts'
import type { Sources } from './sources.ts'

export interface Observed {
  readonly outbox: Outbox
  readonly hot: HotStore
  readonly history: History
  readonly recorder: Recorder
  readonly sources: Sources
}

const LOOK_EVERY = 250

/**
 * Tells with every beat how the stores and the outbox fare. A store that is away is no reason not
 * to be ready: rows wait on disk, and the note says so.
 */
export function reportFigures(station: Station, observed: Observed): void {
  const { outbox, hot, history, recorder, sources } = observed
  const { heart, log } = station
  const told = new Set<string>()
  station.every(LOOK_EVERY, () => {
    const kept = outbox.status()
    const [hotStatus, historyStatus] = [hot.status(), history.status()]
    Object.assign(heart.figures, {
      'outbox.rows': kept.rows,
      'outbox.bytes': kept.bytes,
      'outbox.age_ms': Math.round(kept.ageMicros / 1000),
      'outbox.sent': kept.sent,
      'outbox.poisoned': kept.poisoned,
      'outbox.refused': kept.refused,
      'outbox.lost': kept.lost,
      'hot.latency_ms': hotStatus.latencyMs,
      'history.questions': historyStatus.questions,
      'follow.gaps': sources.gaps(),
      'facts.unnamed': recorder.facts.unnamed,
    })
    const failures = [kept.failure, kept.keepingFailure, kept.poison, hotStatus.lastError]
    const notes = [...new Set(failures.flatMap((each) => each?.message ?? []))]
    for (const each of failures) if (each !== undefined) logOnce(each)
    if (failures.every((each) => each === undefined)) told.clear()
    if (sources.following()) heart.isReady(notes.join('; '))
    else heart.waitsFor(['the gateway', ...notes].join('; '))
  })

  function logOnce({ code, message }: Failure): void {
    if (told.has(code)) return
    told.add(code)
    log.warn(`${message} [${code}]`)
  }
}
