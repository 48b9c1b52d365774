import { connect } from 'node:net'
import { findRedis } from '../../scripts/setup/redis.mjs'
import { thisMachine } from '../../scripts/setup/surroundings.mjs'
import type { Availability } from './availability.ts'
import { availability } from './availability.ts'
import { onFreePorts } from './ports.ts'
import type { TestServer } from './server-process.ts'
import { serverFolder, startServer } from './server-process.ts'

/** Whether tests on a real Redis can run, and what their titles say when they cannot. */
export const REDIS: Availability = availability('redis-server', findRedis(thisMachine()))

export interface RedisServer extends TestServer {
  readonly port: number
  /** `redis://127.0.0.1:<port>`, without a password. */
  readonly url: string
}

export interface RedisOptions {
  /** Keeps every write in an append-only file, synced at once; else nothing outlives a restart. */
  readonly isDurable?: boolean
  /** Directives of redis.conf, such as `{ requirepass: 'secret' }`. */
  readonly directives?: Readonly<Record<string, string>>
}

export function startRedis(options: RedisOptions = {}): Promise<RedisServer> {
  const folder = serverFolder('redis')
  return onFreePorts(1, ([port = 0]) => startOn(port, folder, options))
}

async function startOn(port: number, folder: string, options: RedisOptions): Promise<RedisServer> {
  const directives = {
    bind: '127.0.0.1',
    port: String(port),
    dir: folder,
    save: '',
    daemonize: 'no',
    appendonly: options.isDurable === true ? 'yes' : 'no',
    appendfsync: 'always',
    ...options.directives,
  }
  const server = await startServer({
    name: 'Redis',
    program: REDIS.path,
    args: Object.entries(directives).flatMap(([name, value]) => [`--${name}`, value]),
    folder,
    isReady: () => answersPing(port),
  })
  return { ...server, port, url: `redis://127.0.0.1:${port}` }
}

/** Ready means: it answers, if only that it wants a password; while it loads it says so. */
function answersPing(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'))
    const settle = (isReady: boolean): void => {
      socket.destroy()
      resolve(isReady)
    }
    socket.setTimeout(1000, () => settle(false))
    socket.once('error', () => settle(false))
    socket.once('close', () => settle(false))
    socket.once('data', (data) => settle(/^(\+PONG|-NOAUTH)/.test(data.toString())))
  })
}
