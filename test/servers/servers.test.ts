import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { RedisServer, TestServer } from './index.ts'
import { QUESTDB, REDIS, startQuestdb, startRedis } from './index.ts'
import { askRedis } from './ask-redis.ts'

const started: TestServer[] = []
afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.stop()))
})

async function redis(isDurable = false): Promise<RedisServer> {
  const server = await startRedis({ isDurable })
  started.push(server)
  return server
}

describe.skipIf(REDIS.isAbsent)(`a Redis for tests${REDIS.why}`, () => {
  it('is a server of its own, beside others', async () => {
    const [one, two] = [await redis(), await redis()]
    expect([
      await askRedis(one.port, 'SET a 1'),
      await askRedis(two.port, 'GET a'),
      await askRedis(one.port, 'GET a'),
    ]).toEqual(['+OK', '$-1', '1'])
  })

  it('comes back on its port and in its folder after a kill, with what it had written down', async () => {
    const server = await redis(true)
    await askRedis(server.port, 'SET a kept')
    const before = server.pid()
    await server.kill()
    expect(await askRedis(server.port, 'PING')).toBe('ECONNREFUSED')
    await server.restart()
    expect([await askRedis(server.port, 'GET a'), server.pid() === before]).toEqual(['kept', false])
  })

  it('forgets with its process unless it is durable', async () => {
    const server = await redis()
    await askRedis(server.port, 'SET a 1')
    await server.restart()
    expect(await askRedis(server.port, 'GET a')).toBe('$-1')
  })

  it('answers nobody while it is paused, and then everybody', async () => {
    const server = await redis()
    await server.pause()
    const answer = askRedis(server.port, 'PING')
    const silent = new Promise((resolve) => setTimeout(resolve, 200, 'silent'))
    const early = await Promise.race([answer, silent])
    server.resume()
    expect([early, await answer]).toEqual(['silent', '+PONG'])
  })

  it('stops even while it is paused', async () => {
    const server = await redis()
    await server.pause()
    await server.stop()
    expect([server.pid(), await askRedis(server.port, 'PING')]).toEqual([undefined, 'ECONNREFUSED'])
  })

  it('tells why it did not start', async () => {
    await expect(startRedis({ directives: { maxmemory: 'plenty' } })).rejects.toThrow(
      /Redis ended at once:[\s\S]*maxmemory/,
    )
  })

  it('is gone with its folder when the test process is killed', async () => {
    const program = join(import.meta.dirname, 'start-and-wait.ts')
    const child = spawn(process.execPath, ['--import', 'tsx', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
    const { port, folder } = JSON.parse(line) as { port: number; folder: string }
    const before = [await askRedis(port, 'PING'), existsSync(folder)]
    child.kill('SIGKILL')
    await vi.waitUntil(
      async () => (await askRedis(port, 'PING')) === 'ECONNREFUSED' && !existsSync(folder),
      { timeout: 20_000 },
    )
    expect(before).toEqual(['+PONG', true])
  })
})

describe.skipIf(QUESTDB.isAbsent)(`a QuestDB for tests${QUESTDB.why}`, () => {
  it('runs with our configuration, keeps its rows over a kill, and ends', async () => {
    const server = await startQuestdb()
    started.push(server)
    const query = async (sql: string): Promise<unknown> => {
      const response = await fetch(`${server.url}/exec?query=${encodeURIComponent(sql)}`)
      return ((await response.json()) as { dataset?: unknown }).dataset
    }
    await query('CREATE TABLE t AS (SELECT 7 n)')
    const parameter = "(SHOW PARAMETERS) WHERE property_path = 'line.tcp.enabled'"
    const setting = await query(`SELECT value, value_source FROM ${parameter}`)
    await server.kill()
    await server.restart()
    expect([setting, await query('SELECT n FROM t')]).toEqual([[['false', 'conf']], [[7]]])
    await server.stop()
    expect(server.pid()).toBeUndefined()
  })
})
