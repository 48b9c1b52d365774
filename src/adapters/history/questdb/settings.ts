import { SenderOptions } from '@questdb/nodejs-client'
import type { Failure } from '../../../core/contracts/index.ts'
import { explained } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'

export interface QuestdbSettings {
  /**
   * Where lines go: `http::addr=127.0.0.1:9000;` with `username`, `password`, `token` as needed.
   */
  readonly questdb: string
  /**
   * Where questions go: `postgres://user:password@host:port/qdb`. Unless said otherwise the same
   * host, port 8812, as QuestDB's own admin.
   */
  readonly questdbPg?: string | undefined
}

export interface PgPlace {
  readonly host: string
  readonly port: number
  readonly user: string
  readonly password: string
  readonly database: string
}

export interface QuestdbPlace {
  /** Makes options anew, since the client changes what it is given. */
  readonly senderOptions: () => SenderOptions
  readonly pg: PgPlace
  /** Both addresses, for people. */
  readonly name: string
}

/** Reads both settings. What they say is never repeated, since it may hold a password. */
export function readSettings(settings: QuestdbSettings): Result<QuestdbPlace, Failure> {
  const senderOptions = () => new SenderOptions(settings.questdb, { log: () => undefined })
  let host: string
  let port: number
  try {
    const options = senderOptions()
    if (options.protocol !== 'http' && options.protocol !== 'https') {
      return failed(explained('store.config/questdb-http'))
    }
    host = options.host ?? ''
    port = options.port ?? 9000
  } catch {
    return failed(explained('store.config/questdb-form'))
  }
  const pg = readPg(settings.questdbPg ?? `postgres://admin:quest@${host}:8812/qdb`)
  if (pg === undefined) {
    return failed(explained('store.config/questdb-pg'))
  }
  const name = `${host}:${port} (lines) and ${pg.host}:${pg.port} (questions)`
  return ok({ senderOptions, pg, name })
}

function readPg(text: string): PgPlace | undefined {
  try {
    const url = new URL(text)
    if (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:') return undefined
    if (url.hostname === '') return undefined
    return {
      host: url.hostname.replaceAll(/[[\]]/g, ''),
      port: url.port === '' ? 8812 : Number(url.port),
      user: decodeURIComponent(url.username) || 'admin',
      password: decodeURIComponent(url.password) || 'quest',
      database: url.pathname.slice(1) || 'qdb',
    }
  } catch {
    return undefined
  }
}
