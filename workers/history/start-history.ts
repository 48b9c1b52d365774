import { join } from 'node:path'
import { openOutbox } from '../../src/adapters/history/index.ts'
import type { Outbox } from '../../src/adapters/history/index.ts'
import { folderFailure, makePrivateFolder } from '../../src/adapters/instance/durable-file.ts'
import { raiseEpoch } from '../../src/adapters/instance/counters.ts'
import { openStation } from '../../src/adapters/station/index.ts'
import type { Station, StartWorker, Surroundings } from '../../src/adapters/station/index.ts'
import type { Failure } from '../../src/core/contracts/index.ts'
import type { HistorySpec } from '../../src/core/contracts/worker-spec.ts'
import type { Epoch, Result, TradingDay } from '../../src/core/domain/index.ts'
import { failed, ok } from '../../src/core/domain/index.ts'
import type { Tape } from '../../src/core/history/index.ts'
import { answerQuestions } from './answers.ts'
import { reportFigures } from './figures.ts'
import { HotMirror } from './hot-mirror.ts'
import { Recorder } from './recorder.ts'
import { storedOrders } from './resume.ts'
import { followSources } from './sources.ts'
import { openStores } from './stores.ts'
import type { Stores } from './stores.ts'

/** Milliseconds between two writes of the hot state. */
const MIRROR_EVERY = 100
/** How long the store may take for the last rows when this process leaves. */
const DRAIN_WITHIN = 2000

/** Its own day is nobody's business: it keeps what the gateway tells. */
const NO_DAY = 0 as TradingDay

/** Keeps what was told: listens, writes, and answers questions. Trading never waits for it. */
export const startHistory: StartWorker<'history'> = async (spec, surroundings) => {
  const folder = join(spec.folder, spec.name)
  const epoch = raisedEpoch(folder)
  if (!epoch.ok) return epoch
  const stores = openStores(spec)
  if (!stores.ok) return stores
  const { history, hot } = stores.value
  const opened = openOutbox({ folder: join(folder, 'outbox'), history })
  if (!opened.ok) return opened
  const { outbox, warnings } = opened.value
  const station = await openStation(spec, epoch.value, surroundings)
  if (!station.ok) {
    await Promise.all([outbox.close(), hot.close(), history.close()])
    return station
  }
  const { log } = surroundings
  log.info(`writes to ${stores.value.about}`)
  for (const { message, code } of warnings) log.warn(`${message} [${code}]`)
  const answering = await openAnswers(spec, surroundings, station.value.station, stores.value)
  if (!answering.ok) {
    await station.value.station.quit(answering.error.message, 2)
    return answering
  }
  await record(station.value.station, spec, stores.value, outbox)
  station.value.onMessage((message) => {
    if (message.kind !== 'command' || message.command.kind !== 'SnapshotRequest') return
    const { mode, profile } = spec
    const tradingDay = NO_DAY
    station.value.station.writer.snapshot(message.command.sender, [
      { kind: 'hello', mode, profile, tradingDay },
    ])
  })
  return ok(station.value.station)
}

async function record(
  station: Station,
  spec: HistorySpec,
  { hot, history }: Stores,
  outbox: Outbox,
): Promise<void> {
  const { mode, profile, runId } = spec
  const tape: Tape = { mode, profile, runId }
  const recorder = new Recorder(tape, outbox, (keep) => void setImmediate(keep))
  station.heart.waitsFor('what is stored of the last life')
  const orders = await storedOrders(outbox, history, tape, station.clock.wall())
  if (orders === undefined) station.log.warn('the store does not answer: order events count anew')
  else recorder.resume(orders)
  // What an earlier run left is nobody's state any more.
  await hot.clear()
  const mirror = new HotMirror(hot, recorder.facts.state)
  recorder.mirrorTo(mirror)
  station.every(MIRROR_EVERY, () => void mirror.flush())
  const sources = followSources(station, spec.sources, recorder)
  reportFigures(station, { outbox, hot, history, recorder, sources })
  station.onQuit(async () => {
    recorder.keep()
    await mirror.flush()
    await outbox.drained(DRAIN_WITHIN)
    await outbox.close()
    await Promise.all([hot.close(), history.close()])
  })
}

async function openAnswers(
  spec: HistorySpec,
  { bus, endpoint, log }: Surroundings,
  { codec }: Station,
  { history }: Stores,
): Promise<Result<void, Failure>> {
  const { answer } = spec.doors
  if (answer === undefined) return ok(undefined)
  const door = await bus.answer(endpoint(spec, spec.name, answer))
  if (!door.ok) return door
  answerQuestions(door.value, history, codec, log)
  return ok(undefined)
}

function raisedEpoch(folder: string): Result<Epoch, Failure> {
  try {
    makePrivateFolder(folder)
    return raiseEpoch(folder)
  } catch (error) {
    return failed(folderFailure(folder, error))
  }
}
