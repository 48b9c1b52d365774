import { expect, it } from 'vitest'
import type { LineEnd } from '../../../src/renderer/link/link.ts'
import { webSocketLink } from '../../../src/renderer/link/web-socket-link.ts'
import { until } from '../../until.ts'
import { openedDoor, pageSocket, probed } from './carriers.ts'

/** How a line ended that was tried with such a cookie. */
async function ended(port: number, cookie: string, path = '/ws/trading'): Promise<LineEnd> {
  const ends: LineEnd[] = []
  let opened = 0
  const link = webSocketLink({
    address: `ws://127.0.0.1:${port}${path}`,
    open: (address) => pageSocket(address, port, cookie),
    probe: () => probed(port, cookie),
  })
  const line = link.connect(undefined, {
    opened: () => opened++,
    frame: () => undefined,
    closed: (end) => ends.push(end),
  })
  expect(line.send('{}')).toBe(false)
  await until(() => ends.length > 0)
  expect(opened).toBe(0)
  return ends[0]!
}

const nobody = (): void => undefined

it('says refused where the session is over', async () => {
  const { port, cookie, wait } = await openedDoor(nobody)
  wait(13 * 3_600_000)
  expect(await ended(port, cookie)).toMatchObject({ why: 'refused', code: 401 })
})

it('says refused where there never was a session', async () => {
  const { port } = await openedDoor(nobody)
  expect(await ended(port, 'x'.repeat(43))).toMatchObject({ why: 'refused', code: 401 })
})

it('says lost where nobody answers', async () => {
  const { web, port, cookie } = await openedDoor(nobody)
  await web.close()
  expect(await ended(port, cookie)).toMatchObject({ why: 'lost', code: 0 })
})

it('says lost where the server takes no more windows', async () => {
  const { port, cookie } = await openedDoor(nobody)
  const sockets = Array.from({ length: 16 }, () =>
    pageSocket(`ws://127.0.0.1:${port}/ws/trading`, port, cookie),
  )
  await until(() => sockets.every(({ readyState }) => readyState === 1))
  expect(await ended(port, cookie)).toMatchObject({ why: 'lost', code: 200 })
})

it('takes a text from main for a frame that nobody can read', async () => {
  const { WebSocketServer } = await import('ws')
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  server.on('connection', (socket) => socket.send('hello'))
  await until(() => server.address() !== null)
  const { port } = server.address() as { port: number }
  const frames: Uint8Array[] = []
  const link = webSocketLink({
    address: `ws://127.0.0.1:${port}/`,
    open: (address) => pageSocket(address, port, ''),
    probe: () => Promise.resolve(0),
  })
  const line = link.connect(undefined, {
    opened: nobody,
    frame: (bytes) => frames.push(bytes),
    closed: nobody,
  })
  await until(() => frames.length > 0)
  expect(frames).toEqual([new Uint8Array(0)])
  line.close()
  server.close()
})
