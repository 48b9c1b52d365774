import { createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { openRedisHotStore } from '../../../src/adapters/hot-store/index.ts'
import { ok } from '../../../src/core/domain/index.ts'
import { refused } from '../../core/contracts/told.ts'
import { freePorts } from '../../servers/ports.ts'
import { atEnd, HASTY, open, PLACE, QUOTE, until, untilWell } from './open-redis-store.ts'

/** A server that answers each piece of bytes so. */
async function answering(answer: (socket: Socket, data: string) => void): Promise<number> {
  const server: Server = createServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', (data) => answer(socket, data.toString()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  atEnd(() => server.close())
  return (server.address() as AddressInfo).port
}

/** Answers as a Redis does that holds nothing, to one command at a time or several. */
function politely(socket: Socket, data: string): void {
  for (const [, command] of data.matchAll(/\*\d+\r\n\$\d+\r\n(\w+)\r\n/g)) {
    if (command === 'info') socket.write('$17\r\nredis_version:7.0\r\n')
    else socket.write(command === 'get' ? '$-1\r\n' : '+OK\r\n')
  }
}

describe('a hot store that finds no Redis, or a strange one', () => {
  it('is not opened when it is no address', () => {
    expect(openRedisHotStore({ url: 'localhost', place: PLACE })).toEqual(
      refused('store.config', 'redis://'),
    )
  })

  it('says that nobody listens there, at once and every time', async () => {
    const [port = 0] = await freePorts(1)
    const store = open(`redis://127.0.0.1:${port}`)
    const answers = [await store.put(QUOTE), await store.publish({}), await store.list('order')]
    const reason = refused('store.unreachable', `redis://127.0.0.1:${port}`, 'ECONNREFUSED')
    expect(answers).toEqual([reason, reason, reason])
    expect(store.status().lastError?.code).toBe('store.unreachable')
  })

  it('says that whoever answers is no Redis', async () => {
    const port = await answering((socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'))
    const store = open(`redis://127.0.0.1:${port}`)
    expect(await store.put(QUOTE)).toEqual(refused('store.refused', 'another protocol'))
  })

  it('gives up on somebody who takes the connection and says nothing', async () => {
    const port = await answering(() => {})
    const store = open(`redis://127.0.0.1:${port}`, HASTY)
    expect([await store.put(QUOTE), await store.read('quote', 'x')]).toEqual([
      refused('store.slow', `redis://127.0.0.1:${port}`),
      refused('store.slow'),
    ])
  })

  it('tries anew with another connection when one has fallen silent', async () => {
    const connections: Socket[] = []
    const port = await answering((socket, data) => {
      if (!connections.includes(socket)) connections.push(socket)
      if (connections.length > 1) politely(socket, data)
    })
    const store = open(`redis://127.0.0.1:${port}`, HASTY)
    const silent = await store.put(QUOTE)
    await untilWell(store)
    expect(silent).toEqual(refused('store.slow'))
  })

  it('hears of a connection that breaks in the middle of a call, and sends nothing twice', async () => {
    let greetings = 0
    let writes = 0
    const port = await answering((socket, data) => {
      if (data.includes('info')) greetings++
      if (data.includes('set\r\n')) writes++
      if (data.includes('set\r\n')) socket.destroy()
      else politely(socket, data)
    })
    const store = open(`redis://127.0.0.1:${port}`)
    const answer = await store.put(QUOTE)
    await until(() => greetings === 2 && store.status().isConnected)
    expect([answer, await store.read('quote', 'SIM.cu'), writes]).toEqual([
      refused('store.unreachable', 'the connection was closed'),
      ok(undefined),
      1,
    ])
  })

  it('never says a password that the server repeats', async () => {
    const port = await answering((socket, data) => {
      socket.write(
        `-ERR unknown command, with args beginning with: ${data.split('\r\n').join(' ')}\r\n`,
      )
    })
    const store = open(`redis://:canary@127.0.0.1:${port}`)
    const answer = await store.put(QUOTE)
    expect(answer).toEqual(refused('store.refused', 'unknown command'))
    expect(JSON.stringify([answer, store.status()])).not.toContain('canary')
  })
})
