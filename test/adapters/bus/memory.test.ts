import { setImmediate } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { MemoryBus } from '../../../src/adapters/bus/index.ts'
import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import { frame, numbered, textOf } from '../../contract/bus/frames.ts'
import { opened } from '../../contract/bus/role.ts'

/** A publisher and a collector in one process, two who talk to it, and a log of all they hear. */
async function station(limits = {}) {
  const hub = createMemoryHub(limits)
  const log: string[] = []
  const note =
    (who: string) =>
    (bytes: Uint8Array): void =>
      void log.push(`${who} ${textOf(bytes)}`)
  const gateway = hub.bus()
  const publisher = opened(await gateway.publish({ address: 'facts' }))
  opened(await gateway.collect({ address: 'commands' })).onFrame(note('gateway'))
  const others: readonly MemoryBus[] = [hub.bus(), hub.bus()]
  const [first, second] = others.map((bus, index) => {
    const onFrame = note(String(index + 1))
    bus.subscribe({ address: 'facts' }, { topics: [], onFrame })
    return opened(bus.push({ address: 'commands' }))
  })
  await setImmediate()
  return { publisher, first: first!, second: second!, others, log }
}

describe('a network in memory', () => {
  it('hands everything over a turn later, in the order in which it was sent', async () => {
    const { publisher, first, second, log } = await station()
    publisher.send(frame('a'))
    void second.send(frame('b'))
    publisher.send(frame('c'))
    void first.send(frame('d'))
    const atOnce = [...log]
    await setImmediate()
    expect([atOnce, log]).toEqual([[], ['1 a', '2 a', 'gateway b', '1 c', '2 c', 'gateway d']])
  })

  it('keeps up to its limit for a process that has stopped, and drops the rest', async () => {
    const { publisher, others, log } = await station({ facts: 3 })
    others[1]!.stall()
    for (const text of numbered(5)) {
      publisher.send(frame(text))
      await setImmediate()
    }
    const stopped = [...log]
    others[1]!.resume()
    publisher.send(frame('after'))
    await setImmediate()
    expect([stopped, log.slice(stopped.length)]).toEqual([
      numbered(5, '1 '),
      ['2 0', '2 1', '2 2', '1 after'],
    ])
  })

  it('hands over the very bytes that were sent', async () => {
    const hub = createMemoryHub()
    const publisher = opened(await hub.bus().publish({ address: 'facts' }))
    const heard: Uint8Array[] = []
    hub.bus().subscribe({ address: 'facts' }, { topics: [], onFrame: (bytes) => heard.push(bytes) })
    await setImmediate()
    const bytes = frame('a')
    publisher.send(bytes)
    await setImmediate()
    expect(heard[0]).toBe(bytes)
  })
})
