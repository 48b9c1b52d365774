import { describe, expect, it } from 'vitest'
import type { InstrumentId, Micros } from '../../../src/core/domain/index.ts'
import { spoken } from '../../../src/core/replica/index.ts'
import { shownOf } from '../../core/replica/replica-fixture.ts'
import { LIFE } from '../../main/app/feed/feed-fixture.ts'
import { SessionRig } from './session-rig.ts'
import { settled } from './virtual-time.ts'

async function following(): Promise<SessionRig> {
  const rig = new SessionRig()
  await rig.follows()
  return rig
}

describe('the session of a page', () => {
  it('knows nothing before main told how things stand, and then everything', async () => {
    const rig = new SessionRig()
    rig.session.open()
    await settled()
    rig.line.opened()
    const { phase, old, attempt } = rig.session.status
    expect([phase, old, attempt, rig.session.replica]).toEqual(['connecting', true, 1, undefined])
    rig.serve()
    expect(rig.session.status).toMatchObject({
      phase: 'following',
      old: false,
      attempt: 0,
      why: '',
    })
    expect(rig.openings.map(([replica]) => replica)).toEqual([rig.session.replica])
    expect(rig.session.opening?.about.user).toBe('tester')
    expect(shownOf(rig.session.replica!)).toEqual(shownOf(rig.main.replica))
  })

  it('tells of changes once its replica has them', async () => {
    const rig = await following()
    const lines: (string | undefined)[] = []
    rig.session.listen({
      onChanges: () => {
        const line = rig.session.replica?.log.lines.at(-1)
        lines.push(line && spoken(line.fact).text)
      },
    })
    rig.health(1)
    rig.health(2)
    expect([rig.told, lines]).toEqual([
      [1, 2],
      ['1', '2'],
    ])
  })

  it('goes on after a break from where it was, and tells nothing twice', async () => {
    const rig = await following()
    rig.health(1)
    rig.breaks()
    rig.health(2)
    expect(rig.session.status).toMatchObject({ phase: 'lost', code: 'bus.lost', old: true })
    await rig.time.pass(250)
    expect(rig.line.since).toEqual({ life: LIFE, position: expect.any(Number) as number })
    rig.serve()
    expect([rig.told, rig.openings.length, rig.phases]).toEqual([
      [1, 2],
      1,
      ['connecting', 'following', 'lost', 'following'],
    ])
    expect(shownOf(rig.session.replica!)).toEqual(shownOf(rig.main.replica))
  })

  it('keeps what it shows old, after a break, until something new came', async () => {
    const rig = await following()
    rig.breaks()
    await rig.time.pass(250)
    const line = rig.line
    line.opened()
    line.frame({ kind: 'resumed', number: 1, position: 9, at: 1 as Micros })
    expect(rig.session.status).toMatchObject({ phase: 'following', old: true })
  })

  it('begins anew where main says so, with another replica', async () => {
    const rig = await following()
    const before = rig.session.replica
    rig.main.feed.anew()
    rig.main.feed.flush()
    expect([rig.openings.length, rig.session.replica === before]).toEqual([2, false])
  })

  it('waits longer and longer for a dead server, four seconds at most, and comes back', async () => {
    const rig = new SessionRig()
    const waits: number[] = []
    rig.link.onLine = (line) => {
      line.ends()
      waits.push(rig.session.status.nextAttemptAt - rig.time.now())
    }
    rig.session.open()
    await rig.time.pass(16_000)
    expect(waits.slice(0, 7)).toEqual([250, 500, 1_000, 2_000, 4_000, 4_000, 4_000])
    expect(rig.session.status).toMatchObject({ phase: 'lost', attempt: 7, why: 'broken' })
    rig.link.onLine = (line) => rig.serve(line)
    await rig.time.pass(4_000)
    expect(rig.session.status).toMatchObject({ phase: 'following', attempt: 0, nextAttemptAt: NaN })
  })

  it('spreads its tries over the whole time', async () => {
    const rig = await following()
    rig.random = 0.5
    rig.breaks()
    expect(rig.session.status.nextAttemptAt - rig.time.now()).toBe(125)
  })

  it('gives a line up on which nobody speaks', async () => {
    const rig = new SessionRig()
    rig.session.open()
    await settled()
    rig.line.opened()
    await rig.time.pass(10_000)
    expect(rig.line.closedHere).toBe(true)
    expect(rig.session.status).toMatchObject({ phase: 'lost', code: 'bus.lost' })
    await rig.time.pass(250)
    expect(rig.link.lines.length).toBe(2)
  })

  it('takes all for old when main falls silent, and then gives the line up', async () => {
    const rig = await following()
    await rig.time.pass(2_000)
    expect(rig.session.status).toMatchObject({ phase: 'following', old: false })
    await rig.time.pass(1_000)
    expect(rig.session.status).toMatchObject({ phase: 'following', old: true })
    rig.health(1)
    expect(rig.session.status.old).toBe(false)
    await rig.time.pass(11_000)
    expect(rig.link.lines[0]!.closedHere).toBe(true)
    expect(rig.session.status.phase).toBe('lost')
  })

  it('stays away where its session is over, until a person tries again', async () => {
    const rig = await following()
    rig.line.ends({ why: 'refused', code: 401, reason: 'this browser was not let in' })
    await rig.time.pass(60_000)
    expect([rig.session.status, rig.link.lines.length]).toMatchObject([
      { phase: 'refused', code: 'web.session', why: 'this browser was not let in' },
      1,
    ])
    rig.session.retry()
    expect(rig.session.status).toMatchObject({ phase: 'connecting', attempt: 1 })
    rig.serve()
    expect(rig.session.status).toMatchObject({ phase: 'following', code: '', why: '' })
  })

  it('tries at once when a person wants it to', async () => {
    const rig = await following()
    rig.breaks()
    rig.session.retry()
    rig.session.retry()
    expect(rig.link.lines.length).toBe(2)
    rig.serve()
    await rig.time.pass(1_000)
    expect([rig.link.lines.length, rig.session.status.phase]).toEqual([2, 'following'])
  })

  it('asks for the same quotes again where it goes on, and not where all begins anew', async () => {
    const rig = await following()
    const instruments = [1 as InstrumentId]
    void rig.session.ask('quotes.watch', { instruments })
    rig.breaks()
    await rig.time.pass(250)
    rig.serve()
    expect(rig.line.asked.map(({ name, body }) => [name, body])).toEqual([
      ['quotes.watch', { instruments }],
    ])
    rig.breaks()
    rig.main.feed.anew()
    await rig.time.pass(250)
    rig.serve()
    expect([rig.link.lines.length, rig.line.asked]).toEqual([3, []])
  })

  it('says on each line that nobody sees it, for as long as that is so', async () => {
    const rig = await following()
    const told = () =>
      rig.line.asked.flatMap(({ name, body }) => (name === 'window.seen' ? [body] : []))
    rig.session.see(true)
    rig.session.see(false)
    rig.session.see(false)
    expect(told()).toEqual([{ seen: false }])
    rig.breaks()
    await rig.time.pass(250)
    rig.serve()
    expect(told()).toEqual([{ seen: false }])
    rig.session.see(true)
    expect(told()).toEqual([{ seen: false }, { seen: true }])
    rig.breaks()
    rig.main.feed.anew()
    await rig.time.pass(250)
    rig.serve()
    expect(told()).toEqual([])
  })

  it('says nothing more once it is closed', async () => {
    const rig = await following()
    rig.session.close()
    const said = rig.statuses.length
    rig.session.retry()
    await rig.time.pass(60_000)
    expect([rig.line.closedHere, rig.link.lines.length, rig.statuses.length]).toEqual([
      true,
      1,
      said,
    ])
    expect(rig.session.status).toMatchObject({ phase: 'lost', nextAttemptAt: NaN })
  })

  it('keeps one status until something of it changes', async () => {
    const rig = await following()
    expect(rig.session.status).toBe(rig.session.status)
    expect(new Set(rig.statuses).size).toBe(rig.statuses.length)
  })
})
