import { Socket } from 'node:net'
import { Client } from 'pg'
import type { Failure } from '../../../core/contracts/index.ts'
import { explained } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'
import { by, LATE, now } from '../deadline.ts'
import type { Statement } from '../sql/statement.ts'
import { cancelQuery } from './cancel.ts'
import { pgFailure } from './pg-failures.ts'
import type { PgPlace } from './settings.ts'

type Rows = readonly (readonly unknown[])[]

/** After a cancel the server ends the query in milliseconds; one that does not is not there. */
const GRACE = 500

interface Connection {
  readonly client: Client
  readonly socket: Socket
}

/**
 * One connection to QuestDB by PostgreSQL's protocol, made when it is needed and made anew after
 * it broke. One query at a time.
 */
export class PgLine {
  readonly #place: PgPlace
  readonly #name: string
  #connection: Connection | undefined

  constructor(place: PgPlace) {
    this.#place = place
    this.#name = `${place.host}:${place.port}`
  }

  /**
   * Rows as arrays, integers of 64 bits as text. At the deadline the server is told to stop, and
   * the line is free again.
   */
  async run({ text, values }: Statement, deadline: number): Promise<Result<Rows, Failure>> {
    try {
      const connection = this.#connection ?? (await this.#connect(deadline))
      const query = { text, values: [...values], rowMode: 'array' as const }
      const answer = connection.client.query<unknown[]>(query)
      answer.catch(() => undefined)
      const first = await by(deadline, answer)
      if (first !== LATE) return ok(first.rows)
      await this.#stop(connection, answer)
      return failed(this.#slow())
    } catch (error) {
      const told = pgFailure(error, this.#name)
      if (told.code !== 'store.unreachable') return failed(told)
      this.#drop()
      return failed(now() < deadline ? told : this.#slow())
    }
  }

  close(): void {
    this.#drop()
  }

  async #connect(deadline: number): Promise<Connection> {
    const socket = new Socket()
    const client = new Client({
      ...this.#place,
      ssl: false,
      keepAlive: true,
      stream: () => socket,
      connectionTimeoutMillis: Math.max(1, Math.ceil(deadline - now())),
    })
    const connection = { client, socket }
    const drop = (): void => {
      if (this.#connection === connection) this.#connection = undefined
      socket.destroy()
    }
    client.on('error', drop)
    client.on('end', drop)
    try {
      await client.connect()
    } catch (error) {
      drop()
      throw error
    }
    this.#connection = connection
    return connection
  }

  async #stop({ client }: Connection, answer: Promise<unknown>): Promise<void> {
    const { processID, secretKey } = client as unknown as Readonly<Record<string, unknown>>
    if (typeof processID === 'number' && typeof secretKey === 'number') {
      await cancelQuery(this.#place, processID, secretKey)
    }
    const settled = answer.then(
      () => true,
      () => true,
    )
    if ((await by(now() + GRACE, settled)) === LATE) this.#drop()
  }

  #drop(): void {
    this.#connection?.socket.destroy()
    this.#connection = undefined
  }

  #slow(): Failure {
    return explained('store.slow/questdb-deadline', { place: this.#name })
  }
}
