import { connect } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openRedisHotStore } from '../../../src/adapters/hot-store/index.ts'
import type { HotKind } from '../../../src/core/ports/index.ts'
import { marketQuote, START } from '../../core/engine/fixture/market.ts'
import type { RedisServer } from '../../servers/index.ts'
import { REDIS, startRedis } from '../../servers/index.ts'
import { askRedis } from '../../servers/ask-redis.ts'
import { until } from '../../until.ts'
import { arranged } from './arrangement.ts'
import { EVER } from './asker.ts'
import { secret } from './history-fixture.ts'
import { walk } from './market-quotes.ts'
import { trade } from './trades.ts'

async function withRedis() {
  const server = await startRedis()
  onTestFinished(() => server.stop())
  const place = { mode: 'simulated', profile: 'default' } as const
  const opened = openRedisHotStore({ url: server.url, place })
  if (!opened.ok) throw new Error(opened.error.message)
  onTestFinished(() => opened.value.close())
  const list = async (kind: HotKind) => {
    const found = await opened.value.list(kind)
    return found.ok ? found.value : []
  }
  const all = await arranged({ spec: { redis: secret(server.url) } })
  return { ...all, server, list }
}

/** What somebody hears on the channel of the account. */
function listener({ port }: RedisServer): { readonly heard: () => string } {
  let heard = ''
  const socket = connect(port, '127.0.0.1', () =>
    socket.write('SUBSCRIBE updates:account:default\r\n'),
  )
  socket.on('data', (piece: Buffer) => {
    heard += piece.toString()
  })
  socket.on('error', () => undefined)
  onTestFinished(() => void socket.destroy())
  return { heard: () => heard }
}

describe.skipIf(REDIS.isAbsent)(`a history with a Redis${REDIS.why}`, () => {
  it('keeps the latest there, and tells of fills on the channel', async () => {
    const { gateway, server, list } = await withRedis()
    const { heard } = listener(server)
    await until(() => heard().includes('subscribe'))
    gateway.quotes(...walk(100))
    trade(gateway, { id: 'a', at: START })
    await until(() => heard().includes('"kind":"fill"'))
    await until(async () => (await list('order')).length === 1)
    const quote = (await list('quote')).find(({ id }) => id === 'DCE.m2101')
    expect(quote!.value).toMatchObject({ at: gateway.state.quotes[1]!.at })
    expect(await list('order')).toMatchObject([{ id: 'a', value: { status: 'filled' } }])
    expect(await list('position')).toMatchObject([
      { id: 'alpha:SHFE.ag2012', value: { net: 2, long: 2 } },
    ])
    expect(await list('account')).toMatchObject([{ value: { tradingDay: 20200821 } }])
    expect(heard()).toContain('"mode":"simulated"')
  })

  it('writes all of it anew after Redis was killed, and loses no row meanwhile', async () => {
    const { gateway, server, list, ears, asker } = await withRedis()
    gateway.quotes(...walk(100))
    trade(gateway, { id: 'a', at: START })
    await until(async () => (await list('order')).length === 1)
    await server.kill()
    gateway.quotes(...walk(100, 100))
    trade(gateway, { id: 'b', at: START + 1_000 })
    await until(() => ears.note?.includes('Redis') === true)
    expect(ears.ready).toBe(true)
    await server.restart()
    await until(async () => (await list('order')).length === 2)
    expect((await list('quote')).map(({ id }) => id)).toEqual(['DCE.m2101', 'SHFE.ag2012'])
    await until(() => ears.note === '')
    const found = await asker.awaited(100, { kind: 'ticks', symbol: 'SHFE.ag2012', ...EVER })
    expect(found).toHaveLength(100)
  })

  it('goes on while Redis hangs, and says so', async () => {
    const { gateway, server, list, ears, asker } = await withRedis()
    gateway.quotes(marketQuote({ at: START }))
    await until(async () => (await list('quote')).length === 1)
    await server.pause()
    onTestFinished(() => server.resume())
    gateway.quotes(marketQuote({ at: START + 1, last: 5_002 }))
    await until(() => ears.note?.includes('Redis') === true)
    const asked = { kind: 'ticks', symbol: 'SHFE.ag2012', ...EVER } as const
    expect(await asker.awaited(2, asked)).toHaveLength(2)
    server.resume()
    await until(async () => {
      const [quote] = await list('quote')
      return (quote?.value as { last?: number } | undefined)?.last === 5_002
    })
  })

  it('lets go of what an earlier life left there, and of nobody else', async () => {
    const server = await startRedis()
    onTestFinished(() => server.stop())
    await askRedis(server.port, 'SET ghtrader:simulated:default:order:old 1')
    await askRedis(server.port, 'SET ghtrader:simulated:other:order:old 1')
    const { gateway } = await arranged({ spec: { redis: secret(server.url) } })
    gateway.quotes(marketQuote())
    const key = 'GET ghtrader:simulated:default:order:old'
    await until(async () => (await askRedis(server.port, key)) === '$-1')
    expect(await askRedis(server.port, 'GET ghtrader:simulated:other:order:old')).toBe('1')
  })
})
