import { describe, expect, it } from 'vitest'
import { RECORDED_FROM } from '../../main/app/one-process/recording-fixture.ts'
import { until } from '../../until.ts'
import { QUOTES, replay, second } from './replay-fixture.ts'
import { noted } from '../../noted.ts'

describe('the exchange of a recording, told by a person', () => {
  it('pauses, plays some quotes, goes faster, and plays on', async () => {
    const { peer } = await replay({ speed: 1 })
    peer.replay('pause')
    peer.follow()
    await peer.hears('run paused')
    peer.replay('step', 3)
    await peer.hears('quote 3')
    await until(() => peer.last('run').quotes === 3)
    expect([peer.last('run').phase, peer.of('quote').length]).toEqual(['paused', 3])
    peer.replay('speed', Infinity)
    peer.replay('play')
    await peer.hears('run ended')
    expect(peer.last('run')).toMatchObject({ quotes: QUOTES, speed: Infinity })
  })

  it('serves who asks while it is paused', async () => {
    const { peer } = await replay()
    peer.replay('pause')
    peer.follow()
    await peer.hears('run paused')
    peer.login()
    await peer.hears('report beat 0')
    expect(peer.of('quote')).toEqual([])
  })

  it('goes ahead to a moment, and is there again as it was: paused', async () => {
    const { peer } = await replay({ speed: 1 })
    peer.replay('pause')
    peer.follow()
    await peer.hears('run paused')
    peer.replay('seek', RECORDED_FROM + 2_000_000)
    await peer.hears('run seeking')
    await peer.hears('run paused', 2)
    const stamps = peer.of('quote').map(({ at }) => second(at))
    expect(stamps).toEqual([0.5, 0.5, 1, 1, 1.5, 1.5])
    peer.replay('seek', RECORDED_FROM + 1_000_000)
    await until(() => noted(peer.last('run')).includes('time cannot go back'))
    peer.replay('step', 1)
    await until(() => peer.last('run').quotes === 7)
    expect(noted(peer.last('run'))).not.toContain('time cannot go back')
    expect(second(peer.last('quote').at)).toBe(2)
  })

  it('refuses what no replay can do, and says why', async () => {
    const { peer } = await replay({ speed: 1 })
    const refused = async (...[action, value]: Parameters<typeof peer.replay>) => {
      const runs = peer.of('run').length
      peer.replay(action, value)
      await until(() => peer.of('run').length > runs)
      return noted(peer.last('run')).split('; ').at(-1)
    }
    const words = [
      await refused('step', 0.5),
      await refused('speed', -1),
      await refused('seek', NaN),
    ]
    peer.follow()
    peer.replay('speed', Infinity)
    await peer.hears('run ended')
    expect([...words, await refused('play')]).toEqual([
      'a step is a whole number of quotes from 1 on, was 0.5',
      'a speed is a number above 0, was -1',
      'time cannot go back: begin a new run to see what was before',
      'the recording is over: begin a new run to see it again',
    ])
  })

  it('stands while the machine sleeps', async () => {
    const { peer } = await replay({ speed: 1 })
    peer.command({ kind: 'Power', asleep: true })
    peer.replay('speed', Infinity)
    peer.follow()
    await peer.hears('run playing')
    await peer.snapshot()
    expect(peer.of('quote')).toEqual([])
    peer.command({ kind: 'Power', asleep: false })
    await peer.hears('run ended')
  })
})
