import type { Outbox } from '../../src/adapters/history/index.ts'
import type { Station } from '../../src/adapters/station/index.ts'
import type { Failure } from '../../src/core/contracts/index.ts'
import { saying, sayingOf } from '../../src/core/contracts/index.ts'
import { SEAL_VERDICTS } from '../../src/core/seals/index.ts'
import { Failing } from './failing.ts'
import type { Recorder } from './recorder.ts'
import type { Sealing } from './sealing.ts'
import type { Sources } from './sources.ts'
import type { Stores } from './stores.ts'

export interface Observed {
  readonly outbox: Outbox
  readonly stores: Stores
  readonly recorder: Recorder
  readonly sources: Sources
  readonly sealing: Sealing
}

/**
 * Tells how the stores and the outbox fare, with the next beat. A store that is away is no reason
 * not to be ready: rows wait on disk, and the notes say so. The names are part of the protocol.
 *
 * @returns what measures anew.
 */
export function figuresOf(station: Station, observed: Observed): () => void {
  const { outbox, recorder, sources, sealing } = observed
  const { hot, history } = observed.stores
  const { clock, heart, log } = station
  const failing = { hot: new Failing(), history: new Failing() }
  let told: ReadonlySet<string> = new Set()

  const logAnew = (failures: readonly Failure[]): void => {
    for (const { code, message } of failures) {
      if (!told.has(code)) log.warn(`${message} [${code}]`)
    }
    told = new Set(failures.map(({ code }) => code))
  }
  return () => {
    const kept = outbox.status()
    const hotStatus = hot.status()
    const seals = sealing.status()
    const now = clock.monotonic()
    Object.assign(heart.figures, {
      'outbox.rows': kept.rows,
      'outbox.bytes': kept.bytes,
      'outbox.age_ms': Math.round(kept.ageMicros / 1000),
      'outbox.sent': kept.sent,
      'outbox.poisoned': kept.poisoned,
      'outbox.refused': kept.refused,
      'outbox.lost': kept.lost,
      'hot.latency_ms': hotStatus.latencyMs,
      'hot.failing_ms': failing.hot.look(hotStatus.lastError, now),
      'history.failing_ms': failing.history.look(kept.failure, now),
      'history.questions': history.status().questions,
      'follow.gaps': sources.gaps(),
      'facts.unnamed': recorder.unnamed,
      'ticks.held': recorder.ticks.holes,
      'ticks.undated': recorder.ticks.undated,
      'orders.held': recorder.held,
      'seals.verdict': SEAL_VERDICTS.indexOf(seals.verdict),
      'seals.records': seals.sealed?.sequence ?? 0,
      'seals.at_us': seals.sealed?.at ?? 0,
      'seals.after': seals.fault?.after ?? 0,
      'seals.until': seals.fault?.until ?? 0,
      'seals.failing_ms': seals.failingMs,
    })
    const failures = [
      kept.failure,
      kept.keepingFailure,
      kept.poison,
      hotStatus.lastError,
      ...sealing.failures(),
    ].filter((each) => each !== undefined)
    logAnew(failures)
    const notes = [...new Map(failures.map((each) => [each.message, sayingOf(each)])).values()]
    if (sources.following()) heart.isReady(...notes)
    else heart.waitsFor(saying('beat.waits-gateway'), ...notes)
  }
}
