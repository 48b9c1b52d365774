import { describe, expect, it } from 'vitest'
import { ok } from '../../../src/core/domain/index.ts'
import { refused } from '../../core/contracts/told.ts'
import { askRedis } from '../../servers/ask-redis.ts'
import { freePorts } from '../../servers/ports.ts'
import type { RedisOptions, RedisServer } from '../../servers/redis.ts'
import { REDIS, startRedis } from '../../servers/redis.ts'
import { atEnd, HASTY, open, QUOTE, until, untilWell } from './open-redis-store.ts'

const OK = ok(undefined)

async function started(options: RedisOptions = {}): Promise<RedisServer> {
  const server = await startRedis(options)
  atEnd(() => server.stop())
  return server
}

describe.skipIf(REDIS.isAbsent)(`a hot store on a Redis with faults${REDIS.why}`, () => {
  it('works again once a server that was killed is back', async () => {
    const server = await started()
    const store = open(server.url)
    const before = await store.put(QUOTE)
    await server.kill()
    await until(() => !store.status().isConnected)
    const without = await store.put(QUOTE)
    await server.restart()
    await untilWell(store)
    expect([before, without, await store.read('quote', 'SIM.cu')]).toEqual([
      OK,
      refused('store.unreachable'),
      ok({ last: 1 }),
    ])
    const { isConnected, lastError } = store.status()
    expect([isConnected, lastError]).toEqual([true, undefined])
  })

  it('gives up on a server that hangs, and works again once it wakes', async () => {
    const server = await started()
    const store = open(server.url, HASTY)
    await untilWell(store)
    await server.pause()
    const hanging = await store.put(QUOTE)
    server.resume()
    await untilWell(store)
    expect(hanging).toEqual(refused('store.slow', server.url))
  })

  it('answers every call of many while the server hangs', async () => {
    const server = await started()
    const store = open(server.url, HASTY)
    await untilWell(store)
    await server.pause()
    const answers = await Promise.all(Array.from({ length: 20 }, () => store.put(QUOTE)))
    expect(answers).toEqual(answers.map(() => refused('store.slow')))
    for (let attempt = 0; attempt < 3; attempt++) expect((await store.put(QUOTE)).ok).toBe(false)
    server.resume()
    await untilWell(store)
  })

  it('takes an answer that came while its own loop was held up past the deadline', async () => {
    const server = await started()
    const store = open(server.url, HASTY)
    await untilWell(store)
    const answer = store.put(QUOTE)
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500)
    expect(await answer).toEqual(OK)
  })

  it('connects to a server that comes later', async () => {
    const server = await started()
    await server.kill()
    const store = open(server.url)
    const before = await store.put(QUOTE)
    await server.restart()
    await untilWell(store)
    expect(before).toEqual(refused('store.unreachable'))
  })

  it('writes nothing later that it said had failed', async () => {
    const server = await started()
    const store = open(server.url)
    await store.put(QUOTE)
    await server.kill()
    await until(() => !store.status().isConnected)
    const failed = await store.put([{ kind: 'order', id: 'late', value: 1 }])
    await server.restart()
    await untilWell(store)
    expect([failed, await store.list('order')]).toEqual([refused('store.unreachable'), ok([])])
  })

  it('says that the password is wrong or missing, and is let in with the right one', async () => {
    const { port } = await started({ directives: { requirepass: 'canary' } })
    const url = `redis://127.0.0.1:${port}`
    const answers = [
      await open(url).put(QUOTE),
      await open(`redis://:wrong@127.0.0.1:${port}`).put(QUOTE),
      await open(`redis://:canary@127.0.0.1:${port}`).put(QUOTE),
      await open(url, { password: 'canary' }).put(QUOTE),
    ]
    const reason = refused('store.refused', url, 'Give the password')
    expect(answers).toEqual([reason, reason, OK, OK])
    expect(JSON.stringify(answers)).not.toMatch(/canary|wrong@/)
  })

  it('says that its memory is full, and works again once there is room', async () => {
    const server = await started()
    const store = open(server.url)
    await askRedis(server.port, 'CONFIG SET maxmemory 1')
    const full = [await store.put(QUOTE), await store.read('quote', 'SIM.cu')]
    await askRedis(server.port, 'CONFIG SET maxmemory 0')
    expect([full, await store.put(QUOTE)]).toEqual([
      [refused('store.refused', 'OOM', 'maxmemory'), ok(undefined)],
      OK,
    ])
  })

  it('says that a replica takes no writes, and works again once it leads', async () => {
    const server = await started()
    const [nobody = 0] = await freePorts(1)
    const store = open(server.url)
    await askRedis(server.port, `REPLICAOF 127.0.0.1 ${nobody}`)
    const replica = await store.put(QUOTE)
    await askRedis(server.port, 'REPLICAOF NO ONE')
    expect([replica, await store.put(QUOTE)]).toEqual([refused('store.refused', 'READONLY'), OK])
  })

  it('says that a user may not, naming what it may not', async () => {
    const server = await started()
    await askRedis(server.port, 'ACL SETUSER guest on >word ~other:* +@all')
    const store = open(`redis://guest:word@127.0.0.1:${server.port}`)
    expect(await store.put(QUOTE)).toEqual(refused('store.refused', 'NOPERM', 'Allow this user'))
  })

  it('writes into no other database when the one that it was told is not there', async () => {
    const server = await started()
    const store = open(`${server.url}/99`)
    const answers: unknown[] = []
    // Long enough for the library to have gone on with the first database several times.
    const isEnough = async () => answers.push(await store.put(QUOTE)) === 20
    await until(isEnough)
    const reason = refused('store.refused', 'DB index', 'Choose a database')
    expect([answers, await askRedis(server.port, 'DBSIZE')]).toEqual([
      answers.map(() => reason),
      ':0',
    ])
  })

  it('tells of text that somebody else wrote under its keys', async () => {
    const server = await started()
    const store = open(server.url)
    await askRedis(server.port, 'SET ghtrader:simulated:default:quote:x no-json')
    await askRedis(server.port, 'LPUSH ghtrader:simulated:default:order:y 1')
    expect([
      await store.read('quote', 'x'),
      await store.list('quote'),
      await store.read('order', 'y'),
      await store.list('order'),
    ]).toEqual([
      refused('store.schema', 'no JSON'),
      refused('store.schema', 'no JSON'),
      refused('store.refused', 'WRONGTYPE'),
      ok([]),
    ])
  })
})
