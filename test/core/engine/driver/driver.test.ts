import { describe, expect, it } from 'vitest'
import type { Command } from '../../../../src/core/contracts/index.ts'
import { asSaid } from '../../../../src/core/contracts/index.ts'
import type { Micros } from '../../../../src/core/domain/index.ts'
import type { InferenceRequest } from '../../../../src/core/engine/strategy/index.ts'
import { createLatencyLine } from '../../../../src/core/exchange/index.ts'
import { HOLD, INFER, want } from '../../../../src/core/strategies/index.ts'
import { marketQuote, START } from '../fixture/market.ts'
import { prediction, StrategyBench } from '../fixture/strategy-bench.ts'
import { loggedDriver } from './driver-fixture.ts'

const after = (millis: number) => (START + millis * 1_000) as Micros
const quote = (millis: number) => marketQuote({ at: after(millis) })

function target(lots: number, now: Micros): Command {
  const head = { id: `t${now}`, sender: 'alpha', epoch: 1, validUntil: now + 1_000_000 }
  const wanted = { owner: 1, instrument: 0, target: lots, style: 'cross', decidedOn: now }
  return { kind: 'TargetPosition', ...head, ...wanted } as unknown as Command
}

/** A driver that trades: started, compared, and shown a quote. */
function trading(options: Parameters<typeof loggedDriver>[0] = {}) {
  const parts = loggedDriver(options)
  parts.driver.start(START)
  parts.driver.quote(quote(1))
  parts.take()
  return parts
}

describe('the driver', () => {
  it('starts with a record, a login and a comparison', () => {
    const { driver, take } = loggedDriver()
    driver.start(START)
    expect(take()).toEqual([
      'gateway keeps state',
      'state halted (start)',
      'asks login',
      'venue login',
      'hears logged-in',
      'asks ledger',
      'venue ledger',
      'hears ledger',
      'gateway keeps opened state',
      'state active (reconciled)',
    ])
  })

  it("keeps one group before an order leaves, and the venue's before it is heard", () => {
    const { driver, gatewayJournal, take } = trading()
    const groups = gatewayJournal.groups.length
    driver.command(target(2, driver.now))
    expect(take()).toEqual([
      'gateway keeps target order',
      'asks submit',
      'ack accepted',
      'venue send o1 buy open 2 at 5001 fak',
      'exchange keeps reported reported',
      'hears accepted',
      'gateway keeps venue-seq order',
      'hears filled',
      'gateway keeps fill order',
    ])
    expect(gatewayJournal.groups.length - groups).toBe(3)
  })

  it('sends nothing of a step that could not be kept, nor tells of it', () => {
    const { driver, gateway, gatewayJournal, take } = trading()
    gatewayJournal.full = true
    driver.command(target(2, driver.now))
    const lines = take()
    gatewayJournal.full = false
    driver.command(target(3, driver.now))
    driver.quote(quote(2))
    expect([lines, take(), gateway.state.trading.cause]).toEqual([
      ['gateway fails on target order', 'ack refused', 'state halted (journal)'],
      ['ack refused', 'venue sees 5000', 'quote 5000'],
      'journal',
    ])
  })

  it('hears nothing of a venue that could not keep its own records, and says why', () => {
    const { driver, gateway, exchangeJournal, take } = trading()
    exchangeJournal.full = true
    driver.command(target(2, driver.now))
    take()
    exchangeJournal.full = false
    driver.advance(after(400))
    expect([driver.failure, take(), gateway.state.venueSeq]).toEqual([
      { code: 'journal.write', message: 'the disk is full' },
      [],
      0,
    ])
  })

  it('shows a quote to the venue first, then to the gateway, then to strategies', () => {
    const bench = new StrategyBench()
    const { driver, take } = trading({ strategies: [bench.engine] })
    bench.engine.gatewayEpoch(1 as never)
    bench.onQuote = want(1, 'cross', asSaid(''))
    driver.quote(quote(2))
    expect(take().slice(0, 4)).toEqual([
      'venue sees 5000',
      'quote 5000',
      'target 1',
      'gateway keeps target order',
    ])
  })

  it('tells a strategy that its target was refused, so that it comes again', () => {
    const bench = new StrategyBench()
    const { driver, take } = trading({ strategies: [bench.engine] })
    bench.onQuote = want(1, 'cross', asSaid(''))
    driver.quote(quote(2))
    const refused = take()
    bench.engine.gatewayEpoch(1 as never)
    bench.onQuote = HOLD
    driver.quote(quote(1_010))
    expect([refused.includes('ack refused'), take().includes('ack accepted')]).toEqual([true, true])
  })

  it('carries the question of a strategy out, and its answer in', () => {
    const asked: InferenceRequest[] = []
    const bench = new StrategyBench()
    const infer = (request: InferenceRequest) => void asked.push(request)
    const { driver, take } = trading({ strategies: [bench.engine], infer })
    bench.engine.gatewayEpoch(1 as never)
    bench.onQuote = INFER
    bench.onPrediction = want(1, 'cross', asSaid(''))
    driver.quote(quote(2))
    driver.prediction(prediction(asked[0]!.generation, [0, 0, 1], driver.now))
    expect([asked.length, take().includes('target 1')]).toEqual([1, true])
  })

  it('never goes back in time', () => {
    const { driver } = trading()
    driver.advance(after(100))
    driver.advance(after(50))
    driver.quote(quote(60))
    expect(driver.now).toBe(after(100))
  })
})

describe('lines with a delay', () => {
  it('carry orders and answers when they are due, and not before', () => {
    const line = (seed: number) => ({ mean: 10_000, jitter: 0, seed })
    const { driver, take } = loggedDriver({
      toVenue: createLatencyLine(line(1)),
      toGateway: createLatencyLine(line(2)),
    })
    driver.start(START)
    const at: [number, string[]][] = []
    for (let millis = 5; millis <= 45; millis += 5) {
      driver.advance(after(millis))
      const lines = take().filter((each) => /login|logged|ledger|active/u.test(each))
      if (lines.length > 0) at.push([millis, lines])
    }
    expect([at, driver.nextDue > after(45)]).toEqual([
      [
        [5, ['asks login']],
        [10, ['venue login']],
        [20, ['hears logged-in', 'asks ledger']],
        [30, ['venue ledger']],
        [40, ['hears ledger', 'state active (reconciled)']],
      ],
      true,
    ])
  })
})
