import { describe, expect, it } from 'vitest'
import type { FactKind } from '../../../src/core/contracts/index.ts'
import type { Micros, SenderId } from '../../../src/core/domain/index.ts'
import { Follower, Source } from './channel-fixture.ts'

const MILLISECOND = 1_000

/** A line that delivers at once, but for frames that are chosen to be lost. */
function joined(follows?: readonly FactKind[]) {
  let losing = false
  let at = 0
  const asked: number[] = []
  const source = new Source((frame) => {
    if (!losing) follower.reader.frame(frame, at as Micros)
  })
  const follower: Follower = new Follower(source, () => asked.push(at / MILLISECOND), follows)
  return {
    source,
    follower,
    /** When it asked, in milliseconds. */
    asked,
    losing: (deed: () => void) => {
      losing = true
      deed()
      losing = false
    },
    wait: (milliseconds: number) => {
      at += milliseconds * MILLISECOND
      follower.reader.look(at as Micros)
    },
  }
}

describe('the reader of facts', () => {
  it('asks at once, and again every 250 ms until a snapshot comes', () => {
    const { asked, wait, source } = joined()
    for (let round = 0; round < 12; round++) wait(50)
    source.answer()
    for (let round = 0; round < 12; round++) wait(50)
    expect(asked).toEqual([50, 300, 550])
  })

  it('asks again once the source begins to tell: what was asked before may not have reached it', () => {
    const { asked, wait, source } = joined()
    wait(50)
    wait(100)
    source.beat()
    source.beat()
    wait(60)
    source.say('directory')
    wait(10)
    source.answer()
    source.say('directory')
    wait(200)
    expect(asked).toEqual([50, 150, 210])
  })

  it('asks again once the line to its source comes up, and not where it follows already', () => {
    const { asked, wait, source, follower } = joined()
    wait(50)
    wait(100)
    follower.reader.arrives((150 * MILLISECOND) as Micros)
    source.answer()
    follower.reader.arrives((300 * MILLISECOND) as Micros)
    expect(asked).toEqual([50, 150])
  })

  it('hands nothing over before the snapshot, and then all that comes', () => {
    const { source, follower } = joined()
    source.say('health')
    source.answer()
    source.quotes(65)
    source.flush()
    expect([follower.upToDate, follower.losses]).toEqual([true, []])
  })

  it('passes over what it could not read before the directory came', () => {
    const { source, follower } = joined()
    source.quotes(200)
    source.answer('history' as SenderId)
    expect(follower.unreadable).toEqual([])
  })

  it('takes no snapshot that another asked for: that holds the quotes which the other wanted', () => {
    const { source, follower } = joined()
    source.answer('history' as SenderId)
    expect([follower.snapshots, follower.reader.following]).toEqual([0, false])
  })

  it('hands over nothing more of a frame once it was told to begin anew', () => {
    const { source, follower } = joined()
    source.answer()
    let taken = 0
    follower.onTaken = () => {
      taken++
      if (taken === 3) follower.reader.restart(0 as Micros)
    }
    source.quotes(10)
    source.flush()
    expect([taken, follower.losses, follower.reader.following]).toEqual([3, ['gap'], false])
  })

  it('sees by the next beat that the last message was lost, and is whole after a snapshot', () => {
    const { source, follower, losing } = joined()
    source.answer()
    losing(() => source.say('time'))
    const before = follower.losses.slice()
    source.beat()
    source.answer()
    expect([before, follower.losses, follower.upToDate]).toEqual([[], ['gap'], true])
  })

  it('begins anew when another life of the source speaks, be it by a beat alone', () => {
    const { source, follower } = joined()
    source.answer()
    source.restart()
    source.beat()
    source.answer()
    source.say('health')
    expect([follower.losses, follower.upToDate]).toEqual([['epoch'], true])
  })

  it('knows another life by its process where both count their first epoch', () => {
    const { source, follower } = joined()
    source.answer()
    source.say('health')
    source.beat()
    source.restart(source.epoch)
    source.beat()
    source.answer()
    source.say('health')
    expect([follower.losses, follower.snapshots, follower.upToDate]).toEqual([['epoch'], 2, true])
  })

  it('is not put off by numbers of beats and snapshots, asked for or not', () => {
    const { source, follower, losing } = joined(['quote', 'health', 'time', 'beat', 'snapshot'])
    source.answer()
    source.beat()
    losing(() => source.beat())
    source.answer('history' as SenderId)
    source.beat()
    expect([follower.losses, follower.beats, follower.upToDate]).toEqual([[], 2, true])
  })

  it('asks once in 50 ms, however often it loses', () => {
    const { source, follower, losing, asked, wait } = joined()
    wait(10)
    for (let round = 0; round < 40; round++) {
      source.answer()
      losing(() => source.say('health'))
      source.say('health')
      wait(10)
    }
    expect([asked.length, follower.losses.length > 4]).toEqual([9, true])
  })

  it('takes a snapshot that it asked for twice once', () => {
    const { source, follower } = joined()
    source.answer()
    source.answer()
    source.say('health')
    expect([follower.snapshots, follower.upToDate]).toEqual([1, true])
  })
})
