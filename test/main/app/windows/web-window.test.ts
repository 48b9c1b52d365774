import { EventEmitter } from 'node:events'
import { expect, it } from 'vitest'
import type { WebSocket } from 'ws'
import type { CommandReply, OpenedRequest } from '../../../../src/core/contracts/window.ts'
import type { Since } from '../../../../src/core/contracts/window-frame.ts'
import type { WindowEnd } from '../../../../src/main/app/feed/index.ts'
import { MOST_WAITING, attachWindow } from '../../../../src/main/app/windows/web-window.ts'

const ACCEPTED: CommandReply = { outcome: 'accepted', command: '', code: '', message: '' }

/** A socket as far as a window uses it. */
class FakeSocket extends EventEmitter {
  readonly OPEN = 1
  readyState = 1
  bufferedAmount = 0
  readonly sent: Uint8Array[] = []
  readonly closed: [number, string][] = []
  send(frame: Uint8Array): void {
    this.sent.push(frame)
  }
  close(code: number, reason: string): void {
    this.closed.push([code, reason])
  }
  say(text: string): void {
    this.emit('message', Buffer.from(text), false)
  }
}

function attached(since?: Since) {
  const socket = new FakeSocket()
  const routed: OpenedRequest[] = []
  const replies: [number, CommandReply][] = []
  const watched: (readonly number[])[] = []
  const ends: [WindowEnd, Since | undefined][] = []
  let closed = 0
  let now = 0
  attachWindow(socket as unknown as WebSocket, since, {
    feed: {
      open: (end, from) => {
        ends.push([end, from])
        return {
          watch: (instruments) => void watched.push(instruments),
          reply: (request, reply) => void replies.push([request, reply]),
          answer: () => undefined,
          close: () => void closed++,
        }
      },
    },
    route: (request) => {
      routed.push(request)
      return Promise.resolve(ACCEPTED)
    },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    now: () => now,
  })
  const wait = (milliseconds: number): void => void (now += milliseconds)
  return { socket, routed, replies, watched, ends, wait, closed: () => closed }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

it('goes on where the window had got to, and ends with its socket', () => {
  const { socket, ends, closed } = attached({ life: 3, position: 7 })
  expect(ends.map(([, since]) => since)).toEqual([{ life: 3, position: 7 }])
  socket.emit('close')
  expect(closed()).toBe(1)
})

it('takes no more frames while what was sent waits to be read', () => {
  const { socket, ends } = attached()
  const [end] = ends[0]!
  socket.bufferedAmount = MOST_WAITING - 1
  expect(end.writable()).toBe(true)
  socket.bufferedAmount = MOST_WAITING
  expect(end.writable()).toBe(false)
  Object.assign(socket, { bufferedAmount: 0, readyState: 2 })
  expect(end.writable()).toBe(false)
})

it('routes a request and answers under its number', async () => {
  const { socket, routed, replies } = attached()
  socket.say('{"request":4,"name":"account.halt","body":{"person":"me","reason":"why"}}')
  await turn()
  expect(routed).toEqual([
    { request: 4, name: 'account.halt', body: { person: 'me', reason: 'why' } },
  ])
  expect(replies).toEqual([[4, ACCEPTED]])
})

it('watches the instruments that a window wants, and no others', async () => {
  const { socket, watched, replies, routed } = attached()
  socket.say('{"request":1,"name":"quotes.watch","body":{"instruments":[2,5]}}')
  socket.say('{"request":2,"name":"quotes.watch","body":{"instruments":[-1]}}')
  socket.say('{"request":3,"name":"quotes.watch","body":null}')
  await turn()
  expect(watched).toEqual([[2, 5]])
  expect(replies.map(([request, { code }]) => [request, code])).toEqual([
    [1, ''],
    [2, 'command.shape'],
    [3, 'command.shape'],
  ])
  expect(routed).toEqual([])
})

it.each([
  ['no JSON', 'halt!'],
  ['a list', '[1]'],
  ['null', 'null'],
  ['no number', '{"name":"account.halt"}'],
  ['a number that is none', '{"request":-1,"name":"account.halt"}'],
  ['an unknown name', '{"request":1,"name":"account.empty"}'],
  ['a name of every object', '{"request":1,"name":"constructor"}'],
])('cuts a window off that sends %s, and nothing comes of it', async (_, text) => {
  const { socket, routed, replies } = attached()
  socket.say(text)
  await turn()
  expect([socket.closed[0]?.[0], routed, replies]).toEqual([1007, [], []])
})

it('cuts a window off that sends bytes', () => {
  const { socket, routed } = attached()
  socket.emit('message', Buffer.from('{"request":1,"name":"account.halt"}'), true)
  expect([socket.closed[0]?.[0], routed]).toEqual([1003, []])
})

it('cuts a window off that never stops asking, but not one that asks in a burst', () => {
  const { socket, routed, wait } = attached()
  const ask = (): void => socket.say('{"request":1,"name":"orders.cancel","body":{}}')
  for (let count = 0; count < 100; count++) ask()
  wait(1000)
  for (let count = 0; count < 100; count++) ask()
  expect([routed.length, socket.closed]).toEqual([200, []])
  ask()
  expect([routed.length, socket.closed.map(([code]) => code)]).toEqual([200, [1008]])
})
