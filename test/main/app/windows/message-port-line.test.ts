import { EventEmitter } from 'node:events'
import { describe, expect, it } from 'vitest'
import { messagePortLine } from '../../../../src/main/app/windows/index.ts'
import { MOST_BYTES, MOST_FRAMES } from '../../../../src/main/app/windows/message-port-line.ts'

/** A port as far as a line uses it. */
class FakePort extends EventEmitter {
  readonly posted: unknown[] = []
  closed = 0
  started = 0
  postMessage(message: unknown): void {
    this.posted.push(message)
  }
  start(): void {
    this.started++
  }
  close(): void {
    this.closed++
  }
}

function opened() {
  const port = new FakePort()
  const line = messagePortLine(port)
  const requests: (string | undefined)[] = []
  let closed = 0
  line.listen({ request: (text) => requests.push(text), closed: () => closed++ })
  const frames = (count: number, size = 1): void => {
    for (let at = 0; at < count; at++) line.send(new Uint8Array(size))
  }
  return { port, line, requests, frames, closed: () => closed }
}

describe('main’s end of a MessagePort', () => {
  it('posts each frame in a buffer of its own, whatever it was cut from', () => {
    const { port, line } = opened()
    line.send(Buffer.alloc(1_000_000).subarray(10, 20))
    line.send(new Uint8Array(1_000).subarray(0, 5))
    const sizes = port.posted.map((each) => (each as Uint8Array).buffer.byteLength)
    expect(sizes).toEqual([10, 5])
  })

  it.each([
    ['frames', MOST_FRAMES, 1],
    ['bytes', 4, MOST_BYTES / 4],
  ])('takes no more once too many %s were not read, until they were', (_, count, size) => {
    const { port, line, frames } = opened()
    frames(count - 1, size)
    expect(line.writable()).toBe(true)
    frames(1, size)
    expect(line.writable()).toBe(false)
    port.emit('message', 1)
    expect(line.writable()).toBe(true)
  })

  it('hears an event as Electron tells it, and a value as Node does', () => {
    const { port, requests, line, frames } = opened()
    frames(MOST_FRAMES)
    port.emit('message', { data: 'one', ports: [] })
    port.emit('message', 'two')
    port.emit('message', { data: new Uint8Array(1) })
    port.emit('message', { data: 1, ports: [] })
    expect([requests, line.writable(), port.started]).toEqual([['one', 'two', undefined], true, 1])
  })

  it.each([
    ['frames that were not sent', [3]],
    ['the same frames again', [1, 1]],
    ['fewer frames than before', [2, 1]],
    ['half a frame', [0.5]],
    ['no number', [NaN]],
    ['none at all', [0]],
  ])('cuts a page off that says it has read %s', (_, counts) => {
    const { port, line, frames, closed, requests } = opened()
    frames(2)
    for (const count of counts) port.emit('message', count)
    port.emit('message', 'late')
    expect(port.posted.at(-1)).toEqual([1007, 'frames that were not sent'])
    expect([port.closed, closed(), line.writable(), requests]).toEqual([1, 1, false, []])
  })

  it('says why it ends before it does, once', () => {
    const { port, line, closed, frames } = opened()
    line.close(1008, 'too much')
    line.close(1001, 'again')
    port.emit('close')
    frames(1)
    expect([port.posted, port.closed, closed()]).toEqual([[[1008, 'too much']], 1, 1])
  })

  it('ends with its page', () => {
    const { port, line, closed } = opened()
    port.emit('close')
    expect([closed(), line.writable()]).toEqual([1, false])
  })
})
