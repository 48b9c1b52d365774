import type { Outbox } from '../../src/adapters/history/index.ts'
import type { Station } from '../../src/adapters/station/index.ts'
import type { Failure } from '../../src/core/contracts/index.ts'
import { sayingOf } from '../../src/core/contracts/index.ts'
import type { HistorySpec } from '../../src/core/contracts/worker-spec.ts'
import type { Tape } from '../../src/core/history/index.ts'
import { figuresOf } from './figures.ts'
import { HotMirror } from './hot-mirror.ts'
import { leave } from './leave.ts'
import { MissedFills } from './missed-fills.ts'
import { MissedTicks } from './missed-ticks.ts'
import { Recorder } from './recorder.ts'
import { Resuming } from './resuming.ts'
import { Sealing } from './sealing.ts'
import { followSources } from './sources.ts'
import type { Stores } from './stores.ts'

export interface HistoryParts {
  readonly spec: HistorySpec
  /** The folder of its own. */
  readonly own: string
  readonly station: Station
  readonly stores: Stores
  readonly outbox: Outbox
}

/** Milliseconds between two writes of the hot state, and between two measurements. */
const MIRROR_EVERY = 100
const MEASURE_EVERY = 250
/** A settlement may be so late behind the first quote of its next day. */
const TURN_WITHIN = 1000
/** The journal is sealed so often at most. */
const SEAL_EVERY = 1000

/** Joins sources, stores and outbox; from here on everything that is told is kept. */
export function joinHistory({ spec, own, station, stores, outbox }: HistoryParts): void {
  const { folder, mode, profile, runId, sources: names } = spec
  const tape: Tape = { mode, profile, runId }
  const { history, hot } = stores
  const [gateway = ''] = names
  const recorder = new Recorder(tape, outbox, (keep) => void setImmediate(keep))
  const { state, ticks } = recorder
  const mirror = new HotMirror(hot, state)
  const { instruments } = state
  const missed = new MissedTicks({ station, gateway, history, tape, instruments, ticks })
  const day = () => state.tradingDay
  const { log } = station
  const resuming = new Resuming({ outbox, history, tape, recorder, log, day })
  const missedFills = new MissedFills(folder, recorder, log)
  const { clock, writer } = station
  const tell = (what: Failure): void => {
    writer.publish({ kind: 'health', at: clock.wall(), ok: false, saying: sayingOf(what) })
  }
  const sealing = new Sealing({ folder, own, clock, log, tell })
  const parts = { station, names, recorder, mirror, missed, missedFills, resuming }
  const sources = followSources(parts)
  const measure = figuresOf(station, { outbox, stores, recorder, sources, sealing })
  const end = (): void => {
    sources.end()
    missed.end()
    resuming.end()
    missedFills.look()
    recorder.end()
  }
  station.every(MIRROR_EVERY, () => void mirror.flush())
  station.every(MEASURE_EVERY, measure)
  station.every(TURN_WITHIN, () => ticks.look())
  station.every(SEAL_EVERY, () => void sealing.look())
  station.onQuit(() => leave({ station, stores, outbox, mirror, sealing, end, measure }))
}
