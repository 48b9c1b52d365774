import { describe, expect, it } from 'vitest'
import { attached, turn } from './attached-window.ts'

describe('a window of main that means no good', () => {
  it('is cut off where it asks and asks and reads nothing', async () => {
    const { fixture, ask, cut, stopReading } = attached()
    stopReading()
    for (let count = 0; count <= 500; count++) {
      if (count % 100 === 0) fixture.now += 1_000
      ask('clock.read', {})
    }
    await turn()
    expect(cut.map(([code]) => code)).toEqual([1008])
  })

  it.each([
    ['no JSON', 'halt!'],
    ['a list', '[1]'],
    ['null', 'null'],
    ['no number', '{"name":"account.halt"}'],
    ['a number that is none', '{"request":-1,"name":"account.halt"}'],
    ['an unknown name', '{"request":1,"name":"account.empty"}'],
    ['a name of every object', '{"request":1,"name":"constructor"}'],
    ['bytes', undefined],
    ['far too much', `{"request":1,"name":"orders.cancel","body":"${'x'.repeat(70_000)}"}`],
  ])(
    'is cut off where it sends %s, and nothing comes of it or of what follows',
    async (_, text) => {
      const { fixture, say, ask, replies, cut, closed } = attached()
      say(text)
      ask('orders.cancel', {})
      ask('worker.restart', { name: 'history', person: '' })
      await turn()
      expect([cut.length, closed(), replies, fixture.routed, fixture.restarted]).toEqual([
        1,
        1,
        [],
        [],
        [],
      ])
      expect(fixture.lines).toEqual([expect.stringContaining('a window was cut off')])
    },
  )

  it.each(['orders.cancel', 'clock.read', 'window.tell', 'history.ask', 'worker.restart'])(
    'is cut off where it floods main with %s, but not for a burst',
    async (name) => {
      const { fixture, ask, cut, codes } = attached()
      for (let count = 0; count < 100; count++) ask(name, {})
      fixture.now += 1_000
      for (let count = 0; count < 100; count++) ask(name, {})
      expect(cut).toEqual([])
      ask(name, {})
      await turn()
      expect(cut.map(([code]) => code)).toEqual([1008])
      expect(codes().length).toBeLessThanOrEqual(200)
    },
  )
})
