import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { createCodec } from '../../src/core/contracts/codec.ts'
import { webSocketLink } from '../../src/renderer/link/web-socket-link.ts'
import { Session } from '../../src/renderer/session/index.ts'
import { until as untilWithin } from '../until.ts'
import { Home, StartedHost } from './started-host.ts'

/** Other processes may want the machine just now. */
const until = (condition: () => boolean | Promise<boolean>): Promise<void> =>
  untilWithin(condition, 60_000)

const LINK = /for a browser, once: (http:\S+)/

/** A page's session with a real main, in this process. */
async function pageOf(host: StartedHost): Promise<Session> {
  await host.says(LINK)
  const link = LINK.exec(host.stdout)?.[1] ?? ''
  const entered = await fetch(link, { redirect: 'manual' })
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? ''
  const { origin } = new URL(link)
  const session = new Session({
    link: webSocketLink({
      address: `${origin.replace('http', 'ws')}/ws/trading`,
      open: (address) => {
        const socket = new WebSocket(address, { headers: { cookie, origin } })
        socket.on('error', () => undefined)
        return socket
      },
      probe: async () => {
        try {
          return (await fetch(origin, { method: 'HEAD', headers: { cookie } })).status
        } catch {
          return 0
        }
      },
    }),
    createCodec: () => createCodec([]),
    now: () => performance.now(),
    after: (milliseconds, call) => {
      const timer = setTimeout(call, milliseconds)
      return () => clearTimeout(timer)
    },
    random: Math.random,
  })
  onTestFinished(() => session.close())
  session.open()
  return session
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

it('knows what main knows, asks the history, has a worker started again, and outlives main', async () => {
  const home = new Home()
  const flags = ['--web-port', String(await freePort())]
  const host = new StartedHost(home, flags)
  const session = await pageOf(host)
  const figure = (name: string) => session.replica?.sources.get('main')?.beat?.figures[name]
  const quotes = () => session.replica?.told.quotes ?? 0
  await until(() => session.status.phase === 'following' && quotes() > 50)
  await until(() => session.clockError < 50)
  expect(session.replica?.sources.get('main')?.standing.worker).toBe('main')

  const told = await session.ask('window.tell', { name: 'desk', figures: { 'tasks.long': 3 } })
  expect(told.outcome).toBe('accepted')
  await until(() => figure('window.1.tasks.long') === 3)

  const { mode, profile } = session.opening!.origin
  const tape = { mode, profile, runId: '' }
  const symbol = session.replica!.state.instruments[0]!.symbol
  await until(async () => {
    const found = await session.history({ kind: 'last-ticks', tape, symbol, count: 5 })
    return found.ok && found.value.rows.length === 5
  })
  const wrong = await session.history({ kind: 'last-ticks', tape, symbol, count: 0 })
  expect(wrong).toMatchObject({ ok: false, error: { code: 'command.shape' } })

  const before = home.pids()
  const wished = await session.ask('worker.restart', { name: 'history', person: 'ann' })
  expect(wished.outcome).toBe('accepted')
  const history = () => home.pids()['history']
  await until(() => history() !== undefined && history() !== before['history'])
  expect(home.pids()['gateway']).toBe(before['gateway'])
  const nobody = await session.ask('worker.restart', { name: 'nobody', person: '' })
  expect(nobody).toMatchObject({ outcome: 'refused', code: 'command.shape' })

  const { opening } = session
  host.kill('SIGKILL')
  await until(() => session.status.phase === 'lost')
  expect(await session.ask('orders.cancel', {})).toMatchObject({ code: 'worker.lost' })
  const next = new StartedHost(home, flags)
  await until(() => session.status.phase === 'following' && session.opening !== opening)
  const seen = quotes()
  await until(() => quotes() > seen)
  expect(session.opening!.origin.epoch).toBe(opening!.origin.epoch + 1)
  const ended = (): boolean => session.status.phase === 'lost'
  next.kill('SIGTERM')
  expect(await next.ended).toBe(0)
  await until(ended)
})
