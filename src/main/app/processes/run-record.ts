import type { Fen, Micros } from '../../../core/domain/index.ts'
import { fen, longLots, shortLots } from '../../../core/domain/index.ts'
import type { Replica } from '../../../core/replica/index.ts'
import { runOf } from '../../../core/replica/index.ts'
import type { State } from '../../../core/state/index.ts'
import { accountOf } from '../../../core/state/index.ts'
import type { Settings } from '../config/index.ts'
import type { RunSummary } from '../summary/index.ts'
import { holdings } from '../summary/index.ts'
import { GatewayCounts } from './run-counts.ts'
import type { Grounds } from './specs.ts'

/** What a run begins with, and what it has done since, as the gateway tells it. */
export class RunRecord {
  readonly counts = new GatewayCounts()
  readonly #replica: Replica
  readonly #grounds: Grounds
  readonly #settings: Settings
  #startAt = NaN
  #startBalance = NaN

  constructor(replica: Replica, grounds: Grounds, settings: Settings) {
    this.#replica = replica
    this.#grounds = grounds
    this.#settings = settings
    // A run has books of its own, which begin with the cash that it was given.
    if (grounds.mode === 'replay') this.#startBalance = fen(settings.cash * 100)
  }

  /** To be called now and then: notes what the run begins with, as soon as it is known. */
  look(): void {
    const { state, session } = this.#replica
    if (Number.isNaN(this.#startAt) && session.at > 0) this.#startAt = session.at
    if (!Number.isNaN(this.#startBalance)) return
    const compared = state.trading.cause !== 'start'
    if (compared && isValued(state)) this.#startBalance = accountOf(state, session.at).balance
  }

  /** @param took wall seconds. @returns undefined where nothing has begun. */
  summary(took: number): RunSummary | undefined {
    if (Number.isNaN(this.#startAt)) return undefined
    const { state, session } = this.#replica
    const { mode, folder } = this.#grounds
    const run = runOf(this.#replica)
    const { balance } = accountOf(state, session.at)
    return {
      ...this.counts.counts,
      mode,
      profile: this.#settings.profile,
      folder,
      startAt: (run?.from ?? this.#startAt) as Micros,
      endAt: session.at,
      tradingDay: state.tradingDay,
      startBalance: this.#startBalance as Fen,
      balance,
      holdings: holdings(state),
      trading: state.trading,
      log: run === undefined ? undefined : { messages: run.messages, hash: run.hash },
      took,
    }
  }
}

/** Whether everything that is held has a price. */
function isValued(state: State): boolean {
  if (Number.isNaN(state.money.staticBalance)) return false
  return state.positions.every((positions) =>
    (positions ?? []).every(
      (position) =>
        position === undefined ||
        longLots(position) + shortLots(position) === 0 ||
        state.quotes[position.instrument] !== undefined,
    ),
  )
}
