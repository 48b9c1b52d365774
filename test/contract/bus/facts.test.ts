import { describe, expect, it } from 'vitest'
import type { Bus, Endpoint, Publisher } from '../../../src/core/ports/index.ts'
import { until } from '../../until.ts'
import { frame, numbered, textOf } from './frames.ts'
import { NETWORKS } from './networks.ts'
import { opened } from './role.ts'

const PROBE = 'probe'

/** What a subscriber of a bus hears, and when its line came up or broke. */
function listen(bus: Bus, endpoint: Endpoint, topics: readonly string[] = []) {
  const heard: string[] = []
  const turns: boolean[] = []
  const subscription = opened(
    bus.subscribe(endpoint, {
      topics: topics.map((topic) => frame(topic)),
      onFrame: (bytes) => heard.push(textOf(bytes)),
      onConnected: (connected) => turns.push(connected),
    }),
  )
  return { heard, turns, subscription }
}

/** Publishes probes until all have heard one: their lines are up. */
async function joined(publisher: Publisher, ...all: readonly (readonly string[])[]) {
  await until(() => {
    publisher.send(frame(PROBE))
    return all.every((heard) => heard.includes(PROBE))
  })
}

const spoken = (heard: readonly string[]): readonly string[] =>
  heard.filter((text) => text !== PROBE)

describe.each(NETWORKS)('a publisher over $name', ({ network }) => {
  it('tells every subscriber everything, in order, whatever its length', async () => {
    const { bus, place } = network()
    const { binder, connector } = await place()
    const publisher = opened(await bus().publish(binder))
    const [first, second] = [listen(bus(), connector), listen(bus(), connector)]
    await joined(publisher, first.heard, second.heard)
    const texts = numbered(1_000)
    texts.forEach((text, index) => publisher.send(frame(text, index % 7 === 0 ? 1_000 : 3)))
    await until(() => [first, second].every(({ heard }) => heard.includes('999')))
    expect([spoken(first.heard), spoken(second.heard)]).toEqual([texts, texts])
  })

  it('passes to a subscriber what begins with one of its topics, and an empty frame to nobody else', async () => {
    const { bus, place } = network()
    const { binder, connector } = await place()
    const publisher = opened(await bus().publish(binder))
    const some = listen(bus(), connector, ['ab', 'c', PROBE])
    const all = listen(bus(), connector)
    await joined(publisher, some.heard, all.heard)
    const texts = ['a', 'ab', 'abc', 'b', 'c', '', 'cab', 'end of c']
    for (const text of [...texts, 'c end']) publisher.send(frame(text))
    await until(() => [some, all].every(({ heard }) => heard.includes('c end')))
    expect([spoken(some.heard), spoken(all.heard)]).toEqual([
      ['ab', 'abc', 'c', 'cab', 'c end'],
      [...texts, 'c end'],
    ])
  })

  it('keeps nothing for who comes later', async () => {
    const { bus, place } = network()
    const { binder, connector } = await place()
    const publisher = opened(await bus().publish(binder))
    const early = listen(bus(), connector)
    await joined(publisher, early.heard)
    publisher.send(frame('before'))
    await until(() => early.heard.includes('before'))
    const late = listen(bus(), connector)
    await joined(publisher, late.heard)
    publisher.send(frame('after'))
    await until(() => late.heard.includes('after'))
    expect([spoken(early.heard), spoken(late.heard)]).toEqual([['before', 'after'], ['after']])
  })

  it('drops for a subscriber that has stopped, not for another, and is never held up', async () => {
    const { bus, place, peer } = network({ facts: 10 })
    const { binder, connector } = await place()
    const publisher = opened(await bus().publish(binder))
    const quick = listen(bus(), connector)
    const slow = await peer('subscribe', connector)
    await joined(publisher, quick.heard, slow.heard)
    slow.stall()
    const texts = numbered(200)
    for (const [index, text] of texts.entries()) {
      publisher.send(frame(text, 60_000))
      if (index % 5 === 4) await until(() => quick.heard.includes(text))
    }
    slow.resume()
    await until(() => {
      publisher.send(frame('end'))
      return slow.heard.includes('end')
    })
    const [all, kept] = [quick.heard, slow.heard].map((heard) =>
      spoken(heard).filter((text) => text !== 'end'),
    )
    expect(all).toEqual(texts)
    expect(kept).toEqual(texts.filter((text) => kept?.includes(text)))
    expect(kept?.length).toBeLessThan(texts.length)
  })

  it('is found again after it was killed, and the break is told', async () => {
    const { bus, place, peer } = network()
    const { binder, connector } = await place()
    const { heard, turns, subscription } = listen(bus(), connector)
    const lines = [subscription.connected]
    const hears = (text: string, from: { send(texts: readonly string[]): unknown }) =>
      until(async () => {
        await from.send([text])
        return heard.includes(text)
      })
    const first = await peer('publish', binder)
    await hears('first', first)
    lines.push(subscription.connected)
    await first.kill()
    await until(() => !subscription.connected)
    await hears('second', await peer('publish', binder))
    lines.push(subscription.connected)
    await until(() => turns.length === 3)
    expect([lines, turns, [...new Set(heard)]]).toEqual([
      [false, true, true],
      [true, false, true],
      ['first', 'second'],
    ])
  })

  it('is no longer heard by a subscription that was closed', async () => {
    const { bus, place } = network()
    const { binder, connector } = await place()
    const publisher = opened(await bus().publish(binder))
    const listener = bus()
    const [left, stays] = [listen(listener, connector), listen(listener, connector)]
    await joined(publisher, left.heard, stays.heard)
    publisher.send(frame('on its way'))
    left.subscription.close()
    left.subscription.close()
    publisher.send(frame('after'))
    await until(() => stays.heard.includes('after'))
    expect([spoken(left.heard), left.turns, left.subscription.connected]).toEqual([
      [],
      [true],
      false,
    ])
  })

  it('talks to nobody without harm', async () => {
    const { bus, place } = network()
    const { binder } = await place()
    const publisher = opened(await bus().publish(binder))
    const texts = numbered(20_000)
    expect(texts.map((text) => publisher.send(frame(text)))).toEqual(texts.map(() => undefined))
  })
})
