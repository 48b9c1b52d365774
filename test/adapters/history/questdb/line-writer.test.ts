import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { LineWriter } from '../../../../src/adapters/history/questdb/line-writer.ts'
import { readSettings } from '../../../../src/adapters/history/questdb/settings.ts'
import { ok } from '../../../../src/core/domain/index.ts'
import { refused } from '../../../core/contracts/told.ts'
import { AT, rowFixture } from '../../../core/history/row-fixture.ts'

type Reply = (response: ServerResponse, request: IncomingMessage) => void

interface Served {
  readonly writer: LineWriter
  readonly bodies: string[]
  readonly headers: (string | undefined)[]
  /** Connections that the server had. */
  readonly connections: () => number
}

/** A writer, and a server that answers each of its requests in turn; the last answer stays. */
async function served(settings: string, ...replies: readonly Reply[]): Promise<Served> {
  const bodies: string[] = []
  const headers: (string | undefined)[] = []
  let connections = 0
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const reply = replies[Math.min(bodies.length, replies.length - 1)]!
      bodies.push(Buffer.concat(pieces).toString('latin1'))
      headers.push(request.headers.authorization)
      reply(response, request)
    })
  })
  server.on('connection', () => connections++)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  const place = readSettings({ questdb: `http::addr=127.0.0.1:${port};${settings}` })
  if (!place.ok) throw new Error(place.error.message)
  return { writer: new LineWriter(place.value), bodies, headers, connections: () => connections }
}

const status =
  (code: number, body = ''): Reply =>
  (response) =>
    void response.writeHead(code).end(body)
const silence: Reply = () => undefined
const cut: Reply = (_, { socket }) => void socket.destroy()

const rows = [
  rowFixture('acks', { ts: AT, profile: 'a b', command_id: 'c1', note: 'say "x"\n' }),
  rowFixture('account_snapshots', { ts: AT + 1, balance: NaN, margin: 2 }),
]
const LONG = 20_000

describe('a writer of lines', () => {
  it('sends a batch in one request on a connection of its own', async () => {
    const { writer, bodies, connections } = await served('', status(204))
    expect([await writer.send(rows, LONG), await writer.send(rows, LONG)]).toEqual([
      ok(undefined),
      ok(undefined),
    ])
    const [acks, account] = bodies[0]!.split(/(?<=t\n)/)
    expect(acks).toMatch(
      /^acks,mode=simulated,profile=a\\ b,run_id=,owner=,command=,verdict=,code=/,
    )
    expect(acks).toContain('command_id="c1",note="say \\"x\\"\\\n"')
    expect(account).toMatch(/^account_snapshots,mode=simulated,profile=,run_id= trading_day=0i,mar/)
    expect([bodies.length, connections()]).toEqual([2, 2])
  })

  it('gives name and password where they are set', async () => {
    const user = await served('username=u;password=p:w;', status(204))
    const token = await served('token=abc;', status(400), status(204))
    await user.writer.send(rows, LONG)
    await token.writer.send(rows, LONG)
    const basic = `Basic ${Buffer.from('u:p:w').toString('base64')}`
    expect([user.headers, token.headers]).toEqual([[basic], ['Bearer abc', 'Bearer abc']])
  })

  it('asks a server that refuses a batch for its reason, with the same bytes', async () => {
    const reason = JSON.stringify({ message: 'failed:\n column: x', line: 2 })
    const { writer, bodies } = await served('', status(400, reason))
    expect(await writer.send(rows, LONG)).toEqual(
      refused('store.refused', 'refused row 2 of 2 (account_snapshots): failed: column: x'),
    )
    expect(bodies[1]).toBe(bodies[0])
  })

  it.each([
    ['takes it after all', status(204), ok(undefined)],
    ['has no reason', status(400, 'no'), refused('store.refused', 'refused a row: no')],
    ['fails then', status(500), refused('store.unreachable', 'did not say why (status 500)')],
    ['breaks off then', cut, refused('store.unreachable', 'did not say why (socket hang up)')],
  ])('asks a server that refuses a batch again, which %s', async (_, second, wanted) => {
    const { writer } = await served('', status(400), second)
    expect(await writer.send(rows, LONG)).toEqual(wanted)
  })

  it.each([
    ['401', status(401), refused('store.config', 'does not let this user write (401)')],
    ['403', status(403), refused('store.config', 'does not let this user write (403)')],
    ['500', status(500), refused('store.unreachable', 'did not take a batch', 'statusCode=500')],
    ['503', status(503), refused('store.unreachable', 'did not take a batch', 'statusCode=503')],
    ['404', status(404), refused('store.unreachable', 'did not take a batch', 'statusCode=404')],
    ['a cut', cut, refused('store.unreachable', 'did not take a batch')],
  ])('does not know what became of a batch after %s, and tries nothing itself', async (...each) => {
    const [, reply, wanted] = each
    const { writer, bodies } = await served('', reply)
    expect(await writer.send(rows, LONG)).toEqual(wanted)
    expect(bodies.length).toBe(1)
  })

  it('gives up at the deadline, breaks the connection, and sends the next batch anew', async () => {
    const closed: Promise<unknown>[] = []
    const held: Reply = (_, { socket }) =>
      void closed.push(new Promise((resolve) => socket.once('close', resolve)))
    const { writer, bodies } = await served('', held, status(204))
    expect(await writer.send(rows, 500)).toEqual(refused('store.slow', 'within 500 ms; it is sent'))
    await Promise.all(closed)
    expect(await writer.send(rows, LONG)).toEqual(ok(undefined))
    expect(bodies[1]).toBe(bodies[0])
  })

  it('gives up on a reason that never comes', async () => {
    const { writer } = await served('', status(400), silence)
    expect(await writer.send(rows, 200)).toEqual(
      refused('store.unreachable', 'did not say why (no answer in time)'),
    )
  })
})
