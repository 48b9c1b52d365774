import { describe, expect, it, onTestFinished } from 'vitest'
import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import { longLots, shortLots } from '../../../src/core/domain/index.ts'
import type { Assembly } from '../../../src/main/app/one-process/assembly.ts'
import type { Settings } from '../../../src/main/app/config/index.ts'
import { writeRecordings } from '../../main/app/one-process/recording-fixture.ts'
import { prepared, ran, settingsFixture } from '../../main/app/one-process/run-fixture.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { until } from '../../until.ts'
import { exchangeSpec, replayOf, startedExchange } from './exchange-fixture.ts'
import { LockStepGateway } from './lock-step-gateway.ts'
import { Peer } from './peer.ts'

const SECONDS = 60

/** Plays the settings' recording through an exchange of its own, until it is over. */
async function played(settings: Settings, speed: number | null, steer: (peer: Peer) => void) {
  const { replay, latencyMs } = settings
  const { assembly, close } = await prepared(settings)
  const hub = createMemoryHub()
  const peer = new Peer(hub.bus(), (address) => ({ address }), 'main')
  const gateway = new LockStepGateway(assembly, hub.bus())
  const market = replayOf(replay, speed)
  await startedExchange(exchangeSpec(temporaryFolder(), { market, latencyMs }), { hub })
  steer(peer)
  await until(() => peer.of('run').at(-1)?.phase === 'ended')
  await close()
  return { assembly, peer, gateway }
}

function recorded(latencyMs = 0) {
  const recordings = temporaryFolder()
  const quotes = writeRecordings(recordings, SECONDS)
  const settings = settingsFixture({ data: temporaryFolder(), replay: [recordings], latencyMs })
  return { quotes, settings }
}

/** What the gateway holds and has working, all instruments together. */
function booksOf({ gateway }: Assembly) {
  const { positions, working } = gateway.state
  const held = positions.flatMap((owners) => (owners ?? []).flatMap((each) => each ?? []))
  return {
    lots: held.reduce((sum, position) => sum + longLots(position) + shortLots(position), 0),
    working: working.reduce((sum, orders) => sum + (orders?.length ?? 0), 0),
  }
}

describe('a replay whose exchange is a process of its own', () => {
  it.each([0, 30, 400])('ends as in one process, with %i ms on the line', async (latencyMs) => {
    const { quotes, settings } = recorded(latencyMs)
    const { rows } = await ran(await prepared(settings))
    const { assembly, peer, gateway } = await played(settings, null, () => undefined)
    const { hash, observer } = assembly
    const { ticks, fills } = observer
    expect(rows['log']).toContain(`sha256 ${hash.digest()}`)
    expect([ticks, String(fills)]).toEqual([quotes, rows['fills']])
    expect(fills).toBeGreaterThan(5)
    expect(peer.last('run')).toMatchObject({ phase: 'ended', quotes, at: gateway.now })
  })

  it('counts in its beats what the gateway holds and has working', async () => {
    const { quotes, settings } = recorded()
    const { assembly, peer } = await played(settings, null, () => undefined)
    await until(() => peer.of('beat').at(-1)?.figures['quotes.told'] === quotes)
    const { figures } = peer.last('beat')
    const { lots, working } = booksOf(assembly)
    expect([figures['positions.lots'], figures['orders.working']]).toEqual([lots, working])
    expect(lots + working).toBeGreaterThan(0)
  })

  it('ends the same however it is played', async () => {
    const { quotes, settings } = recorded(30)
    const { rows } = await ran(await prepared(settings))
    const { assembly, peer } = await played(settings, 400, (told) => {
      let steps = 0
      told.onStep = () => {
        steps++
        if (steps === 50) told.replay('step', 3)
        if (steps === 60) told.replay('pause')
        if (steps % 7 === 0) told.replay('speed', 300 + steps)
        if (steps === 200) told.replay('seek', told.last('step').at + 10_000_000)
        if (steps === 400) told.replay('speed', Infinity)
      }
      // Whatever pauses it goes on at once.
      const goesOn = setInterval(() => told.replay('play'), 20)
      onTestFinished(() => clearInterval(goesOn))
    })
    const { hash } = assembly
    expect(peer.of('run').map(({ phase }) => phase)).toEqual(
      expect.arrayContaining(['paused', 'seeking', 'playing', 'ended']),
    )
    expect(rows['log']).toContain(`sha256 ${hash.digest()}`)
    expect(peer.last('run').quotes).toBe(quotes)
  })
})
