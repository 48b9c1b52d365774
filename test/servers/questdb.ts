import { cpSync, mkdirSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { findJava } from '../../scripts/setup/java.mjs'
import { findQuestdb } from '../../scripts/setup/questdb.mjs'
import { thisMachine } from '../../scripts/setup/surroundings.mjs'
import type { Availability } from './availability.ts'
import { availability } from './availability.ts'
import { onFreePorts } from './ports.ts'
import type { TestServer } from './server-process.ts'
import { serverFolder, startServer } from './server-process.ts'

const java = findJava(thisMachine())
const archive = findQuestdb(thisMachine())

/** Whether tests on a real QuestDB can run, and what their titles say when they cannot. */
export const QUESTDB: Availability = java.there
  ? availability('QuestDB', archive)
  : availability('Java', java)

export interface QuestdbServer extends TestServer {
  /** `http://127.0.0.1:<port>`: lines in, queries, `/ping`. */
  readonly url: string
  readonly httpPort: number
  /**
   * PostgreSQL's protocol: user `admin`, password `quest`, database `qdb`; `viewer` reads alone.
   */
  readonly pgPort: number
  /** `/status` alone, answered under any load. */
  readonly healthPort: number
}

export interface QuestdbOptions {
  /** More keys, as `{ QDB_HTTP_USER: 'admin' }`; they win over `server.conf`. */
  readonly environment?: Readonly<Record<string, string>>
}

const CONFIGURATION = join(import.meta.dirname, '../../resources/questdb')
/** A heap below 192 MB fails to start; the others save a second each. */
const MACHINE = ['-Xmx192m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-XX:-UsePerfData']
const MODULE = ['-m', 'io.questdb/io.questdb.ServerMain']

/** Takes two seconds: start one a test file, and give each test tables of its own. */
export function startQuestdb(options: QuestdbOptions = {}): Promise<QuestdbServer> {
  const folder = serverFolder('questdb')
  mkdirSync(join(folder, 'scratch'))
  cpSync(CONFIGURATION, join(folder, 'conf'), { recursive: true })
  return onFreePorts(3, (ports) => startOn(ports, folder, options))
}

async function startOn(
  [httpPort = 0, pgPort = 0, healthPort = 0]: readonly number[],
  folder: string,
  options: QuestdbOptions,
): Promise<QuestdbServer> {
  const scratch = `-Djava.io.tmpdir=${join(folder, 'scratch')}`
  const server = await startServer({
    name: 'QuestDB',
    program: java.path ?? 'java',
    args: [...MACHINE, scratch, '-p', QUESTDB.path, ...MODULE, '-d', folder],
    environment: {
      QDB_HTTP_NET_BIND_TO: `127.0.0.1:${httpPort}`,
      QDB_HTTP_MIN_NET_BIND_TO: `127.0.0.1:${healthPort}`,
      QDB_PG_NET_BIND_TO: `127.0.0.1:${pgPort}`,
      ...options.environment,
    },
    folder,
    isReady: async () =>
      (await statusOf(`http://127.0.0.1:${healthPort}/status`)) === 200 &&
      (await statusOf(`http://127.0.0.1:${httpPort}/ping`)) === 204 &&
      (await accepts(pgPort)),
  })
  return { ...server, url: `http://127.0.0.1:${httpPort}`, httpPort, pgPort, healthPort }
}

async function statusOf(url: string): Promise<number> {
  const response = await fetch(url, { signal: AbortSignal.timeout(1000) })
  await response.arrayBuffer()
  return response.status
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => settle(true))
    const settle = (isOpen: boolean): void => {
      socket.destroy()
      resolve(isOpen)
    }
    socket.once('error', () => settle(false))
  })
}
