import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Fact } from '../../../../src/core/contracts/index.ts'
import { asSaid, sayingText } from '../../../../src/core/contracts/index.ts'
import type { Standing } from '../../../../src/core/contracts/window-frame.ts'
import { spoken, vital } from '../../../../src/core/replica/index.ts'
import type { OpenedReplica } from '../../../../src/main/app/replica/index.ts'
import { openReplica } from '../../../../src/main/app/replica/index.ts'
import { marketQuote, START } from '../../../core/engine/fixture/market.ts'
import { AccountStory, SOURCES, deed } from '../../../core/replica/account-story.ts'
import { shownOf } from '../../../core/replica/replica-fixture.ts'
import { until } from '../../../until.ts'
import { InstanceFixture } from './instance-fixture.ts'

/** A story of many deeds, the same every time. */
const [DEEDS = []] = fc.sample(fc.array(deed, { minLength: 300, maxLength: 300, size: 'max' }), {
  numRuns: 1,
  seed: 11,
})

function standingOf({ replica }: OpenedReplica, name: string): Standing {
  return replica.sources.get(name)!.standing
}

const isFresh = (opened: OpenedReplica, name: string): boolean =>
  standingOf(opened, name).line === 'following' && !standingOf(opened, name).silent

const health = (text: string): Fact => ({
  kind: 'health',
  at: START,
  ok: true,
  saying: asSaid(text),
})

async function instance(factsWaiting?: number) {
  const fixture = new InstanceFixture('simulated', factsWaiting)
  const gateway = await fixture.worker('gateway')
  const opened = openReplica(fixture.main(), SOURCES)
  const told: string[] = []
  const stepsOf = (name: string) =>
    (opened.replica.vitals.get(name) ?? []).map(({ step, sayings }) =>
      [step, ...sayings.map(sayingText)].join(': '),
    )
  opened.listen({
    quote: ({ instrument, last }) => told.push(`quote ${instrument} ${last}`),
    latest: (source, { kind }) => kind !== 'beat' && told.push(`${source} latest ${kind}`),
    ordered: (source, fact) =>
      fact.kind !== 'vital' &&
      told.push(`${source} ${fact.kind === 'health' ? sayingText(fact.saying) : fact.kind}`),
    standing: ({ name, line, silent }) => told.push(`${name} is ${silent ? 'silent' : line}`),
    anew: () => told.push('anew'),
  })
  return { fixture, gateway, opened, told, stepsOf }
}

describe('main’s replica', () => {
  it('knows what the processes say, each from the moment it is followed', async () => {
    const { fixture, gateway, opened } = await instance()
    const [strategy, exchange] = [
      await fixture.worker('strategy.alpha'),
      await fixture.worker('exchange'),
    ]
    const all = [gateway, strategy, exchange]
    const story = new AccountStory()
    gateway.tell(story.begins())
    for (const each of DEEDS.slice(0, 100)) for (const one of all) one.tell(story.does(each))
    await until(() => ['gateway', 'strategy.alpha', 'exchange'].every((n) => isFresh(opened, n)))
    for (const each of DEEDS.slice(100)) for (const one of all) one.tell(story.does(each))
    const { account, quotes, orders, working, positions, held, targets, fills } = shownOf(
      gateway.replica,
    )
    const shown = { account, quotes, orders, working, positions, held, targets, fills }
    await until(() => opened.replica.fills.length === gateway.replica.fills.length)
    await until(() => opened.replica.session.at === gateway.replica.session.at)
    expect(shownOf(opened.replica)).toMatchObject(shown)
    expect([...opened.replica.thoughts]).toEqual([...strategy.replica.thoughts])
    expect([...opened.replica.runs]).toEqual([...exchange.replica.runs])
    expect(standingOf(opened, 'history').line).toBe('waiting')
  })

  it('tells its listener each kind of change in its own way', async () => {
    const { gateway, opened, told } = await instance()
    gateway.tell(new AccountStory().begins())
    await until(() => isFresh(opened, 'gateway'))
    gateway.say(marketQuote({ last: 5_003 }), health('well'), { kind: 'time', at: START })
    await until(() => told.includes('gateway latest time'))
    opened.say(false, asSaid('the gateway was started again'))
    expect(told).toEqual([
      'gateway is following',
      'anew',
      'quote 0 5003',
      'gateway well',
      'gateway latest time',
      'main the gateway was started again',
    ])
    expect(opened.replica.log.lines.map(({ source, fact }) => [source, spoken(fact).text])).toEqual(
      [
        ['gateway', 'halted (start): nothing was compared with the venue yet'],
        ['gateway', 'well'],
        ['main', 'the gateway was started again'],
      ],
    )
  })

  it('says that it is lost when facts were dropped, and is whole again after a snapshot', async () => {
    const { gateway, opened, told, stepsOf } = await instance(20)
    gateway.tell(new AccountStory().begins())
    await until(() => isFresh(opened, 'gateway'))
    told.length = 0
    for (let number = 0; number < 500; number++) gateway.say(health(`number ${number}`))
    const last = marketQuote({ last: 5_077 })
    gateway.say(last)
    await until(() => told.includes('anew'))
    await until(() => opened.replica.state.quotes[0]?.last === 5_077)
    const [lost, known] = [told.indexOf('gateway is lost'), told.indexOf('gateway is following')]
    expect([lost >= 0, lost < known, isFresh(opened, 'gateway')]).toEqual([true, true, true])
    expect(
      opened.replica.log.lines.some(({ fact }) => spoken(fact).text.includes('facts are missing')),
    ).toBe(true)
    const steps = stepsOf('gateway')
    const loss = steps.findIndex((step) => step.startsWith('lost: facts are missing'))
    expect([loss >= 0, steps.indexOf('follows', loss) > loss]).toEqual([true, true])
  })

  it('counts the quotes that it missed until it knows how things stand', async () => {
    const { gateway, opened, told } = await instance(20)
    gateway.tell(new AccountStory().begins())
    await until(() => isFresh(opened, 'gateway'))
    const missed: number[] = []
    opened.listen({
      quote: () => undefined,
      latest: () => undefined,
      ordered: () => undefined,
      standing: (standing) => missed.push(standing.missed),
      anew: () => undefined,
    })
    const before = opened.replica.told.quotes
    told.length = 0
    gateway.answers = false
    for (let count = 0; count < 500; count++) gateway.say(marketQuote(), health(`${count}`))
    await until(() => missed.some((count) => count > 0))
    gateway.answers = true
    await until(() => isFresh(opened, 'gateway'))
    const taken = told.slice(0, told.indexOf('anew')).filter((each) => each.startsWith('quote'))
    expect(missed.find((count) => count > 0)).toBe(500 - taken.length)
    expect([opened.replica.told.quotes - before, missed.at(-1)]).toEqual([500, NaN])
  })

  it('shows a process that died as silent, and its next life as fresh', async () => {
    const { fixture, gateway, opened } = await instance()
    await until(() => isFresh(opened, 'gateway'))
    const vitals = () => opened.replica.vitals.get('gateway') ?? []
    await until(() => vitals().some(({ step }) => step === 'heard'))
    await gateway.die()
    await until(() => standingOf(opened, 'gateway').silent)
    const stale = standingOf(opened, 'gateway').staleSince
    const heardAt = opened.replica.sources.get('gateway')!.heardAt
    const again = await fixture.worker('gateway', 2)
    again.say(marketQuote({ last: 5_044 }))
    await until(() => isFresh(opened, 'gateway'))
    expect([stale, standingOf(opened, 'gateway').epoch]).toEqual([heardAt, 2])
    expect(opened.replica.state.quotes[0]?.last).toBe(5_044)
    await until(() => vitals().filter(({ step }) => step === 'heard').length === 2)
    const silences = vitals().filter(({ step }) => step === 'silent' || step === 'speaks')
    expect(silences.map(({ step, since }) => [step, since])).toEqual([
      ['silent', heardAt],
      ['speaks', heardAt],
    ])
    const followed = vitals().filter(({ step }) => step === 'follows')
    expect(followed.map(({ epoch }) => epoch)).toEqual([1, 2])
  })

  it('remembers what a process said, and what main said and saw of it, and of no other', async () => {
    const { gateway, opened, stepsOf } = await instance()
    gateway.tell(new AccountStory().begins())
    await until(() => isFresh(opened, 'gateway'))
    gateway.say(health('well'))
    await until(() => stepsOf('gateway').includes('said: well'))
    opened.say(false, asSaid('history ended'), 'history')
    opened.say(true, asSaid('all are ready'))
    opened.tellVital('history', vital('exited', { pid: 7, code: 3 }))
    expect(stepsOf('history')).toEqual(['told: history ended', 'exited'])
    expect(stepsOf('gateway').filter((step) => !/^(said|heard|waits|follows)/.test(step))).toEqual(
      [],
    )
  })

  it('shows a process as fresh again that was silent for a moment and missed nothing', async () => {
    const { fixture, opened, told } = await instance()
    await until(() => isFresh(opened, 'gateway'))
    told.length = 0
    fixture.mainBus.stall()
    await until(() => standingOf(opened, 'gateway').silent)
    fixture.mainBus.resume()
    await until(() => isFresh(opened, 'gateway'))
    expect(told).toEqual(['gateway is silent', 'gateway is following'])
  })

  it('begins anew from the gateway when a fact does not fit what it knows', async () => {
    const { gateway, opened, told } = await instance()
    gateway.tell(new AccountStory().begins())
    await until(() => isFresh(opened, 'gateway'))
    told.length = 0
    const strange = { instrument: 77, owner: 1, price: 1, volume: 1, side: 'buy', offset: 'open' }
    const fill = { id: 'f', order: 'o', at: START, ...strange }
    gateway.station.writer.publish({
      kind: 'fill',
      fill: fill as never,
      fee: 0 as never,
      closedToday: 0 as never,
      venueSeq: 1,
    })
    await until(() => told.includes('anew') && isFresh(opened, 'gateway'))
    expect([told[0], opened.replica.fills]).toEqual(['gateway is lost', []])
  })
})
