import { describe, expect, it } from 'vitest'
import type { Bus, Endpoint, Pusher } from '../../../src/core/ports/index.ts'
import { until } from '../../until.ts'
import { frame, numbered, textOf } from './frames.ts'
import { NETWORKS } from './networks.ts'
import { opened } from './role.ts'

async function collect(bus: Bus, endpoint: Endpoint): Promise<readonly string[]> {
  const heard: string[] = []
  opened(await bus.collect(endpoint)).onFrame((bytes) => heard.push(textOf(bytes)))
  return heard
}

const sendAll = (pusher: Pusher, texts: readonly string[], length?: number) =>
  Promise.all(texts.map((text) => pusher.send(frame(text, length))))

describe.each(NETWORKS)('commands over $name', ({ network }) => {
  it('come from many pushers, in the order in which each of them sent', async () => {
    const { bus, place } = network()
    const { binder, connector } = await place()
    const heard = await collect(bus(), binder)
    const pushers = Array.from({ length: 5 }, () => opened(bus().push(connector)))
    await until(() => pushers.every(({ connected }) => connected))
    const texts = pushers.map((_, index) => numbered(200, `${index}:`))
    const taken = await Promise.all(pushers.map((pusher, index) => sendAll(pusher, texts[index]!)))
    await until(() => heard.length === 1_000)
    expect(taken.flat()).toEqual(Array.from({ length: 1_000 }, () => true))
    expect(texts.map((_, index) => heard.filter((text) => text.startsWith(`${index}:`)))).toEqual(
      texts,
    )
  })

  it('are taken at once when the line is said to be up', async () => {
    const { bus, place } = network()
    const { binder, connector } = await place()
    const pusher = opened(bus().push(connector))
    const before = pusher.connected
    const heard = await collect(bus(), binder)
    await until(() => pusher.connected)
    const taken = await pusher.send(frame('at once'))
    await until(() => heard.length === 1)
    expect([before, taken, heard]).toEqual([false, true, ['at once']])
  })

  it('to nobody are refused, and not delivered to who comes later', async () => {
    const { bus, place } = network()
    const { binder, connector } = await place()
    const pusher = opened(bus().push(connector))
    const early = await pusher.send(frame('early'))
    const heard = await collect(bus(), binder)
    await until(() => pusher.send(frame('later')))
    await until(() => heard.includes('later'))
    expect([early, heard.includes('early')]).toEqual([false, false])
  })

  it('wait for the first listener of a collector', async () => {
    const { bus, place } = network()
    const { binder, connector } = await place()
    const collector = opened(await bus().collect(binder))
    const pusher = opened(bus().push(connector))
    await until(() => pusher.send(frame('first')))
    const heard: string[] = []
    collector.onFrame((bytes) => heard.push(textOf(bytes)))
    await pusher.send(frame('second'))
    await until(() => heard.length === 2)
    expect(heard).toEqual(['first', 'second'])
  })

  it('are refused by a full queue; those that were taken arrive, in order', async () => {
    const { bus, place, peer } = network({ commands: 10 })
    const { binder, connector } = await place()
    const collector = await peer('collect', binder)
    const pusher = opened(bus().push(connector))
    await until(() => pusher.connected)
    collector.stall()
    const texts = numbered(200)
    const taken: boolean[] = []
    for (const text of texts) taken.push(await pusher.send(frame(text, 60_000)))
    collector.resume()
    await until(() => pusher.send(frame('end')))
    await until(() => collector.heard.includes('end'))
    const accepted = texts.filter((_, index) => taken[index])
    expect(collector.heard).toEqual([...accepted, 'end'])
    expect([accepted.length > 0, accepted.length < 200]).toEqual([true, true])
  })

  it('sent all in one turn never stand in each other’s way', async () => {
    const { bus, place } = network()
    const { binder, connector } = await place()
    const heard = await collect(bus(), binder)
    const pusher = opened(bus().push(connector))
    await until(() => pusher.connected)
    const texts = numbered(20_000)
    const taken = await sendAll(pusher, texts)
    const accepted = texts.filter((_, index) => taken[index])
    await until(() => heard.length >= accepted.length)
    expect(heard).toEqual(accepted)
  })

  it('go to who is there after the collector was killed, and none that the dead one had', async () => {
    const { bus, place, peer } = network()
    const { binder, connector } = await place()
    const pusher = opened(bus().push(connector))
    const first = await peer('collect', binder)
    await until(() => pusher.connected)
    first.stall()
    const taken = await sendAll(pusher, numbered(50), 60_000)
    await first.kill()
    await until(() => !pusher.connected)
    const meanwhile = await pusher.send(frame('to nobody'))
    const second = await peer('collect', binder)
    await until(() => pusher.send(frame('hello')))
    await until(() => second.heard.includes('hello'))
    expect([taken.includes(true), meanwhile, second.heard]).toEqual([true, false, ['hello']])
  })

  it('of a killed pusher end with what it sent, and its successor is heard', async () => {
    const { bus, place, peer } = network()
    const { binder, connector } = await place()
    const heard = await collect(bus(), binder)
    const sendUntilTaken = async (text: string): Promise<void> => {
      const pusher = await peer('push', connector)
      await until(async () => (await pusher.send([text]))[0] ?? false)
      await until(() => heard.includes(text))
      await pusher.kill()
    }
    await sendUntilTaken('first')
    await sendUntilTaken('second')
    expect(heard).toEqual(['first', 'second'])
  })
})
