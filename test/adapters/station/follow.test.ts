import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import { follow } from '../../../src/adapters/station/follow.ts'
import { Station } from '../../../src/adapters/station/station.ts'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import type { Epoch, Micros } from '../../../src/core/domain/index.ts'
import type { Log } from '../../../src/core/ports/index.ts'
import { opened } from '../../contract/bus/role.ts'
import { until } from '../../until.ts'
import { headFixture } from '../process/head-fixture.ts'

const GATEWAY = { publish: 'gateway.facts', collect: 'gateway.commands' }
const QUIET: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const MILLISECOND = 1_000

/** A follower by a clock that moves by hand, and a gateway whose doors open one by one. */
function apart() {
  const hub = createMemoryHub()
  const clock = { at: 0, monotonic: () => clock.at as Micros, wall: () => clock.at as Micros }
  const stationOn = (name: string, publish: (frame: Uint8Array) => void): Station => {
    const station = new Station({
      bus: hub.bus(),
      clock,
      log: QUIET,
      pid: 1,
      endpoint: (_, _name, address) => ({ address }),
      spec: headFixture(name, { doors: GATEWAY, peers: { gateway: GATEWAY } }),
      epoch: 1 as Epoch,
      codec: createCodec([]),
      publish,
    })
    onTestFinished(() => station.quit('the test ends'))
    return station
  }
  const station = stationOn('main', () => undefined)
  const lines: boolean[] = []
  follow(station, 'gateway', {
    follows: ['quote'],
    onSnapshot: () => undefined,
    onFact: () => undefined,
    onLost: () => undefined,
    onConnected: (connected) => lines.push(connected),
  })
  const bus = hub.bus()
  /** When it was asked for a snapshot, in milliseconds. */
  const asked: number[] = []
  return {
    lines,
    asked,
    wait: (milliseconds: number) => {
      clock.at += milliseconds * MILLISECOND
    },
    speaks: async () => {
      const publisher = opened(await bus.publish({ address: GATEWAY.publish }))
      return stationOn('gateway', (frame) => publisher.send(frame))
    },
    listens: async () => {
      const codec = createCodec([])
      const collector = opened(await bus.collect({ address: GATEWAY.collect }))
      collector.onFrame((frame) => {
        const decoded = codec.decode(frame)
        if (!decoded.ok || decoded.value.kind !== 'command') throw new Error('it makes no sense')
        expect(decoded.value.command.kind).toBe('SnapshotRequest')
        asked.push(clock.at / MILLISECOND)
      })
    },
  }
}

// The timers of a station stand: who asks does so for what happened.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

it('a follower asks again as soon as the line to its source comes up', async () => {
  const { asked, wait, listens, speaks } = apart()
  vi.advanceTimersByTime(50)
  wait(100)
  await listens()
  await speaks()
  await until(() => asked.length > 0, 10_000)
  expect(asked).toEqual([100])
})

it('a follower asks again as soon as its source speaks, if the line was up before it listened', async () => {
  const { asked, lines, wait, listens, speaks } = apart()
  const gateway = await speaks()
  await until(() => lines.length > 0, 10_000)
  wait(100)
  await listens()
  gateway.heart.beat()
  await until(() => asked.length > 0, 10_000)
  expect([lines, asked]).toEqual([[true], [100]])
})
