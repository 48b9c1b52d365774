import { describe, expect, it } from 'vitest'
import { until } from '../../until.ts'
import { NETWORKS } from '../bus/networks.ts'
import { startTalking, startTalkingInMemory } from './talking-source.ts'
import { StoryListener, StorySource } from './told-story.ts'

describe.each(NETWORKS)('numbered facts over $name', ({ name, network }) => {
  async function meeting(limits?: Parameters<typeof network>[0]) {
    const net = network(limits)
    const where = { publish: await net.place(), collect: await net.place() }
    return {
      source: () => StorySource.open(net.bus(), where, 1),
      listener: () => StoryListener.open(net.bus(), where),
      talking: (epoch: number) =>
        name === 'memory'
          ? startTalkingInMemory(net.bus(), where, epoch)
          : startTalking(where, epoch),
    }
  }

  it('begin with a snapshot and go on from it, each kind counted for itself', async () => {
    const { source, listener } = await meeting()
    const [told, heard] = [await source(), listener()]
    await until(() => heard.snapshots === 1)
    for (let round = 0; round < 50; round++) {
      told.say()
      told.quote(3)
    }
    await until(() => heard.knows(told))
    const numbers = (kind: string) =>
      heard.heard.filter((each) => each.kind === kind).map(({ number }) => number)
    const from1 = (length: number) => Array.from({ length }, (_, index) => index + 1)
    expect([numbers('health'), numbers('quote'), heard.losses]).toEqual([from1(50), from1(150), []])
  })

  it('tell a late joiner what it missed, without telling of each', async () => {
    const { source, listener } = await meeting()
    const told = await source()
    told.say(1_000)
    told.quote(500)
    const heard = listener()
    await until(() => heard.snapshots === 1)
    const before = heard.heard.length
    told.say(2)
    told.quote()
    await until(() => heard.knows(told))
    expect([before, heard.heard, heard.losses]).toEqual([
      0,
      [
        { epoch: 1, kind: 'health', number: 1_001 },
        { epoch: 1, kind: 'health', number: 1_002 },
        { epoch: 1, kind: 'quote', number: 501 },
      ],
      [],
    ])
  })

  it('show a gap to a listener that is too slow, and mend it by a snapshot', async () => {
    const { source, listener } = await meeting({ facts: 10 })
    const [told, heard] = [await source(), listener()]
    await until(() => heard.snapshots === 1)
    // All in one turn of the loop: the listener cannot take what does not fit into the queues.
    for (let round = 0; round < 5; round++) {
      told.say(20_000)
      told.quote(200)
      await until(() => heard.knows(told))
    }
    expect([heard.losses.length > 0, new Set(heard.losses), heard.disorder]).toEqual([
      true,
      new Set(['gap']),
      [],
    ])
  })

  it('begin anew when the source was killed and came back', async () => {
    const { talking, listener } = await meeting()
    const heard = listener()
    const first = await talking(1)
    await until(() => heard.heard.length > 50)
    await first.kill()
    const second = await talking(2)
    const beforeIts = () => heard.heard.findIndex(({ epoch }) => epoch === 2)
    await until(() => beforeIts() > 0 && heard.heard.length > beforeIts() + 50)
    await second.kill()
    const lives = heard.heard.map(({ epoch }) => epoch)
    expect([heard.losses, heard.disorder, lives.toSorted((one, other) => one - other)]).toEqual([
      ['epoch'],
      [],
      lives,
    ])
  })
})
