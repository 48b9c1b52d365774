import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { Sender } from '@questdb/nodejs-client'
import type { Failure } from '../../../core/contracts/index.ts'
import { explained } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'
import type { Row } from '../../../core/history/index.ts'
import { by, LATE, now } from '../deadline.ts'
import { writeCells } from './lines.ts'
import { explainRefusal } from './refusal.ts'
import type { QuestdbPlace } from './settings.ts'

/** The server's own timers are switched off by this: the deadline here is the only one. */
const NEVER = 3_600_000
/** Rows that are written between two turns of the loop: some milliseconds' worth. */
const AT_ONCE = 100

interface Line {
  readonly sender: Sender
  readonly agent: HttpAgent
}

/**
 * Sends batches with QuestDB's client. It flushes when it is told to, tries nothing twice, and
 * asks the server for nothing at its start, so that it starts without one.
 *
 * Each batch has a connection of its own, which costs a millisecond: on one that is kept, a server
 * acknowledges the first batch after somebody dropped a table, and loses it (measured on 9.3.4).
 */
export class LineWriter {
  readonly #place: QuestdbPlace
  #line: Line | undefined

  constructor(place: QuestdbPlace) {
    this.#place = place
  }

  /**
   * One request, all of it stored or nothing. The rows must be sound.
   *
   * `store.refused` when the server will never take them; anything else means "not known".
   */
  async send(rows: readonly Row[], millis: number): Promise<Result<void, Failure>> {
    const deadline = now() + millis
    const { sender } = (this.#line ??= this.#open())
    try {
      for (const [index, row] of rows.entries()) {
        writeCells(sender, row)
        await sender.at(row.ts, 'us')
        if ((index + 1) % AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve))
      }
      const flushed = sender.flush()
      flushed.catch(() => undefined)
      if ((await by(deadline, flushed)) !== LATE) return ok(undefined)
      this.stop()
      return failed(this.#slow(millis))
    } catch (error) {
      this.stop()
      const said = error instanceof Error ? error.message : String(error)
      const status = Number(/statusCode=(\d+)/.exec(said)?.[1])
      if (status === 400) return explainRefusal(this.#place, rows, now() + millis)
      return failed(this.#failure(said, status))
    }
  }

  /** Breaks off what is under way. */
  stop(): void {
    this.#line?.agent.destroy()
    this.#line = undefined
  }

  #open(): Line {
    const options = this.#place.senderOptions()
    const agent =
      options.protocol === 'https'
        ? new HttpsAgent({ keepAlive: false })
        : new HttpAgent({ keepAlive: false })
    options.agent = agent
    options.stdlib_http = true
    options.auto_flush = false
    options.protocol_version = '2'
    options.retry_timeout = 0
    options.request_timeout = NEVER
    return { sender: new Sender(options), agent }
  }

  #failure(said: string, status: number): Failure {
    const { name } = this.#place
    if (status === 401 || status === 403) {
      return explained('store.config/questdb-write', { place: name, status })
    }
    return explained('store.unreachable/questdb-write', { place: name, said })
  }

  #slow(millis: number): Failure {
    return explained('store.slow/questdb-batch', { place: this.#place.name, millis })
  }
}
