import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sayingText } from '../../../src/core/contracts/index.ts'
import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import { writeRecordings } from '../../main/app/one-process/recording-fixture.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { until } from '../../until.ts'
import {
  createHandClock,
  exchangeSpec,
  replayOf,
  startedExchange,
} from '../exchange/exchange-fixture.ts'
import { turns } from './arrangement.ts'
import { gatewaySpec, startedGateway } from './gateway-fixture.ts'
import { Listener } from './listener.ts'
import type { Script } from './scripted-strategy.ts'
import { ScriptedStrategy } from './scripted-strategy.ts'
import { noted } from '../../noted.ts'

const SECONDS = 10
/** In the order of the recordings. */
const [AG, CU] = [0, 1]

/** Exchange and gateway of a replay in which alpha and beta are waited for. */
function replayed(scripts: { readonly alpha?: Script; readonly beta?: Script } = {}) {
  const recordings = temporaryFolder()
  const quotes = writeRecordings(recordings, SECONDS)
  const hub = createMemoryHub()
  const clock = createHandClock()
  const folder = join(temporaryFolder(), 'run')
  const shared = { mode: 'replay', folder } as const
  const gatewayOf = gatewaySpec(recordings, {
    ...shared,
    lockStep: ['alpha', 'beta'],
    silenceMs: 600_000,
  })
  const exchangeOf = exchangeSpec(folder, { ...shared, market: replayOf([recordings]) })
  const main = new Listener(hub.bus(), 'main')
  const alpha = new ScriptedStrategy(hub.bus(), 'alpha', 1, scripts.alpha)
  const beta = new ScriptedStrategy(hub.bus(), 'beta', 2, scripts.beta)
  /** Waits while the gateway's clock goes on slowly. */
  const soon = (condition: () => boolean) =>
    until(() => {
      clock.pass(10)
      return condition()
    })
  const start = async () => {
    const gateway = await startedGateway(gatewayOf, { hub, clock })
    const exchange = await startedExchange(exchangeOf, { hub })
    await soon(() => main.of('beat').at(-1)?.ready === true)
    return { gateway, exchange }
  }
  const ended = () => soon(() => main.of('run').at(-1)?.phase === 'ended')
  return { hub, clock, quotes, main, alpha, beta, start, ended, gatewayOf, exchangeOf }
}

describe('a gateway that a replay waits for', () => {
  it('lets time begin once every strategy is there', async () => {
    const { main, alpha, beta, start, ended, quotes } = replayed()
    await start()
    await alpha.join([AG, CU])
    await turns(50)
    const early = main.of('quote').length
    await beta.join([AG, CU])
    await ended()
    expect([early, main.of('quote').length, main.last('run').quotes]).toEqual([0, quotes, quotes])
  })

  it('works the targets of one moment off in the order of its spec, whoever answers first', async () => {
    let held: (() => void) | undefined
    let sent = false
    const alpha: Script = (self, seq, [quote]) => {
      if (quote?.instrument !== AG || sent) return self.done(seq)
      // Beta has answered long before.
      held = () => {
        sent = true
        self.target(AG, 1)
        self.done(seq)
      }
    }
    let wanted = 1
    const beta: Script = (self, seq, [quote]) => {
      if (quote?.instrument === AG && wanted-- > 0) self.target(AG, 2)
      self.done(seq)
    }
    const all = replayed({ alpha, beta })
    await all.start()
    await all.alpha.join([AG, CU])
    await all.beta.join([AG, CU])
    await until(() => held !== undefined)
    await turns(20)
    const before = all.main.of('target').length
    held!()
    await all.ended()
    expect([before, all.main.of('target').map(({ owner }) => owner)]).toEqual([0, [1, 2]])
    expect(all.main.of('ack').map(({ sender }) => sender)).toEqual(['alpha', 'beta'])
  })

  it('waits at a quote for those strategies alone that trade its instrument', async () => {
    const deaf: Script = (self, seq, [quote]) => {
      // Whoever is not waited for at copper need not answer it.
      if (quote?.instrument !== CU) self.done(seq)
    }
    const all = replayed({ beta: deaf })
    await all.start()
    await all.alpha.join([CU])
    await all.beta.join([AG])
    await all.ended()
    expect(all.main.of('quote').length).toBe(all.quotes)
  })

  it('has each strategy that asked its model answer in turn, all settled in between', async () => {
    const log: string[] = []
    const thinking = (): Script => {
      let asked = 0
      return (self, seq, [quote]) => {
        if (quote?.instrument === AG && asked === 0) {
          asked = seq
          log.push(`${self.name} asks`)
          return self.done(seq, true)
        }
        if (asked > 0 && quote === undefined && asked !== Infinity) {
          asked = Infinity
          log.push(`${self.name} answers`)
          self.target(AG, 1)
        }
        self.done(seq)
      }
    }
    const all = replayed({ alpha: thinking(), beta: thinking() })
    await all.start()
    all.main.onFact = (fact) => {
      if (fact.kind === 'ack') log.push(`ack ${fact.sender}`)
      if (fact.kind === 'order' && fact.order.status === 'pending') {
        log.push(`order of ${fact.order.owner}`)
      }
    }
    await all.alpha.join([AG, CU])
    await all.beta.join([AG, CU])
    await all.ended()
    expect(
      log.filter((line) => !line.includes('ask') && !line.includes('answers')).slice(0, 4),
    ).toEqual(['order of 1', 'ack alpha', 'order of 2', 'ack beta'])
    expect(log.filter((line) => line.includes('answers')).length).toBe(2)
  })

  it('goes on without a strategy that was silent for a minute, and says so', async () => {
    const silent: Script = (self, seq, [quote]) => {
      if (quote === undefined) self.done(seq)
    }
    const all = replayed({ beta: silent })
    await all.start()
    await all.alpha.join([AG, CU])
    await all.beta.join([AG, CU])
    await until(() => all.main.of('quote').length === 1)
    all.clock.pass(2_000)
    await until(() => noted(all.main.of('beat').at(-1)) === 'waits for beta')
    all.clock.pass(57_000)
    await turns(50)
    const waiting = all.main.of('quote').length
    all.clock.pass(2_000)
    await all.ended()
    expect([waiting, all.main.of('quote').length]).toEqual([1, all.quotes])
    expect(all.main.of('health').map(({ saying }) => sayingText(saying))).toEqual([
      'beta was silent for a minute: the replay goes on without it',
    ])
  })

  it('waits for a strategy again that comes back', async () => {
    let ill = true
    const script: Script = (self, seq, [quote]) => {
      if (!ill || quote === undefined) self.done(seq)
    }
    const all = replayed({ beta: script })
    let stop = false
    const alpha: Script = (self, seq) => {
      if (!stop) self.done(seq)
    }
    all.alpha.script = alpha
    await all.start()
    await all.alpha.join([AG, CU])
    await all.beta.join([AG, CU])
    await until(() => all.main.of('quote').length === 1)
    stop = true
    all.clock.pass(61_000)
    await all.alpha.listener.hears('health')
    ill = false
    // Beta is back while alpha keeps time standing.
    await all.beta.join([AG, CU])
    const before = all.beta.steps.length
    stop = false
    await all.alpha.join([AG, CU])
    await all.ended()
    expect(all.beta.steps.length).toBeGreaterThan(before + 10)
  })

  it('goes on with its books after kill -9, reconciles, and comes to the same end', async () => {
    const all = replayed()
    let held = false
    all.alpha.script = (self, seq) => {
      if (self.steps.length < 12) self.done(seq)
      else held = true
    }
    const { gateway } = await all.start()
    await all.alpha.join([AG, CU])
    await all.beta.join([AG, CU])
    await until(() => held)
    gateway.station.abandon(137)
    await gateway.station.ended
    all.alpha.script = (self, seq) => self.done(seq)
    all.main.heard.length = 0
    await startedGateway(all.gatewayOf, { hub: all.hub, clock: all.clock })
    await all.alpha.join([AG, CU])
    await all.beta.join([AG, CU])
    await all.ended()
    const states = all.main.of('state').map(({ state, cause }) => `${state} (${cause})`)
    expect(states).toEqual(['halted (start)', 'active (reconciled)'])
    expect([all.main.origin?.epoch, all.main.last('run').quotes]).toEqual([2, all.quotes])
  })

  it('answers an exchange that was killed and began again', async () => {
    const all = replayed()
    let held: (() => void) | undefined
    all.alpha.script = (self, seq) => {
      if (self.steps.length === 12) held = () => self.done(seq)
      else self.done(seq)
    }
    const { exchange } = await all.start()
    await all.alpha.join([AG, CU])
    await all.beta.join([AG, CU])
    await until(() => held !== undefined)
    await exchange.kill()
    await exchange.station.quit('killed')
    await startedExchange(all.exchangeOf, { hub: all.hub })
    held!()
    await all.ended()
    expect(all.main.last('run').quotes).toBe(all.quotes)
    const states = all.main.of('state').map(({ state, cause }) => `${state} (${cause})`)
    expect(states.slice(-2)).toEqual(['halted (venue)', 'active (reconciled)'])
  })
})
