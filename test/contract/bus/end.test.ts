import { describe, expect, it } from 'vitest'
import { refused } from '../../core/contracts/told.ts'
import { until } from '../../until.ts'
import { frame, textOf } from './frames.ts'
import { NETWORKS } from './networks.ts'
import { opened } from './role.ts'

const OPTIONS = { topics: [], onFrame: () => undefined }

describe.each(NETWORKS)('a bus over $name', ({ network }) => {
  it('refuses a place that another has, until that one lets go', async () => {
    const { bus, place } = network()
    const { binder } = await place()
    const holder = bus()
    opened(await holder.publish(binder))
    const [other, itself] = [await bus().publish(binder), await holder.collect(binder)]
    await holder.close()
    const after = await bus().collect(binder)
    const taken = refused('bus.taken', binder.address.replace('ipc://', ''), 'is bound by')
    expect([other, itself, after.ok]).toEqual([taken, taken, true])
  })

  it('refuses a place that another process has, until that one was killed', async () => {
    const { bus, place, peer } = network()
    const { binder } = await place()
    const holder = await peer('collect', binder)
    const meanwhile = await bus().collect(binder)
    await holder.kill()
    const after = await bus().collect(binder)
    expect([meanwhile, after.ok]).toEqual([
      refused('bus.taken', binder.address.replace('ipc://', ''), 'is bound by'),
      true,
    ])
  })

  it('hands over nothing and takes nothing once it was closed, however often', async () => {
    const { bus, place } = network()
    const [facts, commands, questions] = [await place(), await place(), await place()]
    const there = bus()
    const publisher = opened(await there.publish(facts.binder))
    opened(await there.collect(commands.binder)).onFrame(() => undefined)
    opened(await there.answer(questions.binder)).onQuestion((question, answer) => answer(question))
    const here = bus()
    const heard: string[] = []
    const hear = (bytes: Uint8Array): void => void heard.push(textOf(bytes))
    const subscription = opened(
      here.subscribe(facts.connector, {
        topics: [],
        onFrame: hear,
        onConnected: (connected) => heard.push(String(connected)),
      }),
    )
    const pusher = opened(here.push(commands.connector))
    const asker = opened(here.ask(questions.connector))
    asker.onAnswer(hear)
    await until(() => {
      publisher.send(frame('fact'))
      return heard.includes('fact')
    })
    await until(() => asker.ask(frame('question')))
    await until(() => heard.includes('question') && pusher.connected)

    publisher.send(frame('last'))
    await asker.ask(frame('last'))
    const soFar = [...heard]
    const closing = [here.close(), here.close()]
    const atOnce = await Promise.all([pusher.send(frame('late')), asker.ask(frame('late'))])
    await Promise.all(closing)
    await here.close()
    const lines = [subscription.connected, pusher.connected]
    subscription.close()
    await there.close()
    publisher.send(frame('late'))
    expect([atOnce, lines, heard]).toEqual([[false, false], [false, false], soFar])
  })

  it('opens nothing more once it was closed', async () => {
    const { bus, place } = network()
    const { binder, connector } = await place()
    const closed = bus()
    await closed.close()
    const lost = refused('bus.lost', 'the bus is closed and takes no more of', 'make a new one')
    expect([
      await closed.publish(binder),
      await closed.collect(binder),
      await closed.answer(binder),
      closed.subscribe(connector, OPTIONS),
      closed.push(connector),
      closed.ask(connector),
    ]).toEqual(Array.from({ length: 6 }, () => lost))
    expect((await bus().publish(binder)).ok).toBe(true)
  })

  it('gives back a place whose binding was under way when it closed', async () => {
    const { bus, place } = network()
    const { binder } = await place()
    const closed = bus()
    const binding = closed.publish(binder)
    await closed.close()
    await binding
    expect((await bus().publish(binder)).ok).toBe(true)
  })

  it('sends no frame that is too long, and its lines stay', async () => {
    const { bus, place } = network({ frame: 1_000 })
    const { binder, connector } = await place()
    const heard: string[] = []
    opened(await bus().collect(binder)).onFrame((bytes) => heard.push(textOf(bytes)))
    const pusher = opened(bus().push(connector))
    await until(() => pusher.connected)
    const taken = [
      await pusher.send(frame('longest', 1_000)),
      await pusher.send(frame('too long', 1_001)),
      await pusher.send(frame('next')),
    ]
    await until(() => heard.includes('next'))
    expect([taken, heard, pusher.connected]).toEqual([
      [true, false, true],
      ['longest', 'next'],
      true,
    ])
  })
})
