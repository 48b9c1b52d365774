import { describe, expect, it } from 'vitest'
import type { Bus, Endpoint } from '../../../src/core/ports/index.ts'
import { until } from '../../until.ts'
import { frame, textOf } from './frames.ts'
import { NETWORKS } from './networks.ts'
import { opened } from './role.ts'

/** An asker and the answers that it heard. */
function askerOf(bus: Bus, endpoint: Endpoint) {
  const asker = opened(bus.ask(endpoint))
  const answers: string[] = []
  asker.onAnswer((bytes) => answers.push(textOf(bytes)))
  const ask = (text: string): Promise<boolean> => asker.ask(frame(text))
  return { ask, answers }
}

/** An answerer that keeps its questions until it is told to answer. */
async function answererOf(bus: Bus, endpoint: Endpoint) {
  const asked = new Map<string, (text: string) => void>()
  opened(await bus.answer(endpoint)).onQuestion((question, answer) => {
    asked.set(textOf(question), (text) => answer(frame(text)))
  })
  return asked
}

describe.each(NETWORKS)('questions over $name', ({ network }) => {
  it('are answered in any order, each to who asked, or never', async () => {
    const { bus, place } = network()
    const { binder, connector } = await place()
    const asked = await answererOf(bus(), binder)
    const [first, second] = [askerOf(bus(), connector), askerOf(bus(), connector)]
    await until(() => first.ask('a'))
    await until(() => second.ask('x'))
    await Promise.all([first.ask('b'), first.ask('never'), first.ask('c')])
    await until(() => asked.size === 5)
    for (const question of ['c', 'x', 'a', 'b']) asked.get(question)?.(`re ${question}`)
    await until(() => first.answers.length === 3 && second.answers.length === 1)
    expect([first.answers, second.answers]).toEqual([['re c', 're a', 're b'], ['re x']])
  })

  it('to nobody are refused, and not asked of who comes later', async () => {
    const { bus, place } = network()
    const { binder, connector } = await place()
    const asker = askerOf(bus(), connector)
    const early = await asker.ask('early')
    const asked = await answererOf(bus(), binder)
    await until(() => asker.ask('later'))
    await until(() => asked.has('later'))
    expect([early, [...asked.keys()]]).toEqual([false, ['later']])
  })

  it('of an asker that went are answered in vain, without harm to others', async () => {
    const { bus, place } = network()
    const { binder, connector } = await place()
    const asked = await answererOf(bus(), binder)
    const leaver = bus()
    const [gone, there] = [askerOf(leaver, connector), askerOf(bus(), connector)]
    await until(() => gone.ask('gone'))
    await until(() => there.ask('there'))
    await until(() => asked.size === 2)
    await leaver.close()
    asked.get('gone')?.('in vain')
    asked.get('there')?.('heard')
    await until(() => there.answers.length === 1)
    expect([gone.answers, there.answers]).toEqual([[], ['heard']])
  })

  it('are answered again once a killed answerer is back', async () => {
    const { bus, place, peer } = network()
    const { binder, connector } = await place()
    const asker = askerOf(bus(), connector)
    const first = await peer('answer', binder)
    await until(() => asker.ask('first'))
    await until(() => asker.answers.length === 1)
    await first.kill()
    await peer('answer', binder)
    await until(async () => {
      await asker.ask('second')
      return asker.answers.includes('second')
    })
    expect([...new Set(asker.answers)]).toEqual(['first', 'second'])
  })

  it('are refused by a full queue; those that were taken are answered', async () => {
    const { bus, place, peer } = network({ commands: 10 })
    const { binder, connector } = await place()
    const answerer = await peer('answer', binder)
    const asker = opened(bus().ask(connector))
    const answers: string[] = []
    asker.onAnswer((bytes) => answers.push(textOf(bytes)))
    await until(() => asker.ask(frame('start')))
    await until(() => answers.length === 1)
    answerer.stall()
    const taken: boolean[] = []
    for (let count = 0; count < 200; count++) taken.push(await asker.ask(frame(`${count}`, 60_000)))
    answerer.resume()
    const accepted = taken.filter(Boolean).length
    await until(() => answerer.heard.length === accepted + 1)
    expect([accepted > 0, accepted < 200]).toEqual([true, true])
  })
})
