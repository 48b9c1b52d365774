import { join } from 'node:path'
import { openOutbox } from '../../src/adapters/history/outbox/open-outbox.ts'
import type { OpenedOutbox } from '../../src/adapters/history/outbox/open-outbox.ts'
import { openStation } from '../../src/adapters/station/index.ts'
import type {
  OpenedStation,
  Station,
  StartWorker,
  Surroundings,
} from '../../src/adapters/station/index.ts'
import type { Failure } from '../../src/core/contracts/index.ts'
import type { HistorySpec } from '../../src/core/contracts/worker-spec.ts'
import type { Result } from '../../src/core/domain/index.ts'
import { NO_TRADING_DAY, ok } from '../../src/core/domain/index.ts'
import { answerQuestions } from './answers.ts'
import { joinHistory } from './join-history.ts'
import type { Place } from './place.ts'
import { takePlace } from './place.ts'
import type { Stores } from './stores.ts'
import { closeStores, openStores } from './stores.ts'

/**
 * Rows of a batch at most. A live market fills a fraction of it; a backlog is worked off in large
 * ones, twice as fast as in small ones, each of which keeps the loop for some 50 ms.
 */
export const BATCH_ROWS = 2000

/** Keeps what was told: listens, writes, and answers questions. Trading never waits for it. */
export const startHistory: StartWorker<'history'> = async (spec, surroundings) => {
  const place = takePlace(spec)
  if (!place.ok) return place
  const started = await startIn(place.value, spec, surroundings)
  if (started.ok) void started.value.ended.then(place.value.release)
  else place.value.release()
  return started
}

async function startIn(
  { folder, epoch }: Place,
  spec: HistorySpec,
  surroundings: Surroundings,
): Promise<Result<Station, Failure>> {
  const stores = await openStores(spec)
  if (!stores.ok) return stores
  const { history } = stores.value
  const opened = openOutbox({ folder: join(folder, 'outbox'), history, batchRows: BATCH_ROWS })
  if (!opened.ok) {
    await closeStores(stores.value)
    return opened
  }
  const station = await openStation(spec, epoch, surroundings)
  if (!station.ok) {
    await opened.value.outbox.close()
    await closeStores(stores.value)
    return station
  }
  return work(spec, folder, stores.value, opened.value, station.value, surroundings)
}

async function work(
  spec: HistorySpec,
  own: string,
  stores: Stores,
  { outbox, warnings }: OpenedOutbox,
  { station, onMessage }: OpenedStation,
  { bus, endpoint, log }: Surroundings,
): Promise<Result<Station, Failure>> {
  const { mode, profile, doors } = spec
  onMessage((message) => {
    if (message.kind !== 'command' || message.command.kind !== 'SnapshotRequest') return
    // Its own day is nobody's business: it keeps what the gateway tells.
    const hello = { kind: 'hello', mode, profile, tradingDay: NO_TRADING_DAY } as const
    station.writer.snapshot(message.command.sender, [hello])
  })
  log.info(`writes to ${stores.about}`)
  for (const { message, code } of warnings) log.warn(`${message} [${code}]`)
  joinHistory({ spec, own, station, stores, outbox })
  if (doors.answer === undefined) return ok(station)
  const door = await bus.answer(endpoint(spec, spec.name, doors.answer))
  if (!door.ok) {
    await station.quit(door.error.message, 2)
    return door
  }
  answerQuestions(door.value, stores.history, station.codec, log)
  return ok(station)
}
