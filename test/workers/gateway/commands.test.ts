import { describe, expect, it } from 'vitest'
import { sayingText } from '../../../src/core/contracts/index.ts'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import type { Micros } from '../../../src/core/domain/index.ts'
import { quoteFixture } from '../../core/quote-fixture.ts'
import { CASH } from './exchange-peer.ts'
import { arranged, turns } from './arrangement.ts'
import { Listener } from './listener.ts'

const codec = createCodec([])

describe('a command that nobody can read', () => {
  it('is passed over, told of once a second, and the next one is carried out', async () => {
    const all = await arranged()
    const newer = codec.encodeCommand({ kind: 'CancelAll', ...head() })
    newer[1] = 99
    for (const frame of [newer, Uint8Array.of(1, 2, 3), Uint8Array.of(250, 1, 0, 0, 144)]) {
      all.hand.send(frame)
    }
    const { ok, saying } = await all.hand.hears('health')
    expect(await all.order()).toBe('accepted')
    expect([ok, sayingText(saying)]).toEqual([
      false,
      expect.stringMatching(
        /^a command of an unknown sender was passed over \(1 so far\): .*version 99.*\[codec\.version\]$/,
      ),
    ])
    expect(all.hand.of('health').length).toBe(1)
    all.clock.pass(1_001)
    all.hand.send(Uint8Array.of(1))
    await all.until(() => all.hand.of('health').length === 2)
    expect(sayingText(all.hand.last('health').saying)).toContain('(4 so far)')
  })

  it('is one that is not for it to hear: it is passed over, and so are facts and reports', async () => {
    const all = await arranged()
    all.hand.send(codec.encodeRequest({ kind: 'ledger' }, 1 as never))
    all.hand.send(codec.encodeReport({ kind: 'beat', at: 0 as Micros, seq: 1 }, 1 as never))
    all.hand.done({ owner: 1 as never, seq: 7, more: true })
    all.hand.service({ kind: 'Replay', action: 'play', value: 1 })
    expect(await all.order()).toBe('accepted')
    expect(
      all.gateway.lines.filter((line) => /door for commands|not for a gateway/.test(line)),
    ).toEqual([
      'a request came through the door for commands: passed over',
      'a report came through the door for commands: passed over',
      'a Replay of hand is not for a gateway',
    ])
  })
})

describe('what an exchange should not say', () => {
  it('harms nobody: bytes of no kind, commands, quotes of nothing that is listed', async () => {
    const all = await arranged()
    const before = all.hand.of('quote').length
    all.exchange.send(Uint8Array.of(9, 9, 9))
    const newer = codec.encodeReport({ kind: 'beat', at: 0 as Micros, seq: 1 }, 1 as never)
    newer[1] = 99
    all.exchange.send(newer)
    all.exchange.send(codec.encodeCommand({ kind: 'CancelAll', ...head() }))
    all.exchange.quote({ ...quoteFixture({ at: all.exchange.now }), instrument: 77 as never })
    await all.pass(500)
    await all.until(() => all.hand.of('beat').at(-1)?.figures['quotes.foreign'] === 1)
    expect(
      all.hand
        .of('quote')
        .slice(before)
        .map(({ instrument }) => instrument),
    ).toEqual([0, 1, 2])
    expect(await all.order()).toBe('accepted')
  })

  it('lets no order out on a quote whose prices are no numbers', async () => {
    const all = await arranged()
    const { kind: _, ...quote } = all.exchange.latest(0)
    const nothing = [NaN, NaN, NaN, NaN, NaN] as never
    const none = { last: NaN as never, bidPrices: nothing, askPrices: nothing }
    const intent = all.intent()
    all.exchange.quote({ kind: 'quote', ...quote, ...none, feedSeq: 1 })
    all.exchange.fact({ kind: 'time', at: all.exchange.now })
    await all.until(() => Number.isNaN(all.hand.last('quote').last))
    const { outcome, code } = await all.command(intent)
    expect([outcome, code, all.submitted]).toEqual(['refused', 'risk.price', []])
  })
})

describe('whoever sends a command', () => {
  it('trades for its own owner alone, and a strategy sends targets alone', async () => {
    const all = await arranged()
    const alpha = new Listener(all.hub.bus(), 'alpha')
    await all.until(() => alpha.connected)
    await alpha.snapshot()
    const target = { kind: 'TargetPosition', instrument: 0, target: 1, style: 'join' } as const
    const own = { ...target, owner: 1, decidedOn: all.exchange.latest(0).at }
    const answers: string[] = []
    for (const command of [
      { ...own, owner: 2 },
      { ...own, owner: 0 },
      { kind: 'Unlock', person: 'alpha' },
      all.intent({ owner: 1 }),
      own,
    ] as never[]) {
      const { outcome, code } = await all.answer(alpha.command(command))
      answers.push(`${outcome} ${code}`)
    }
    expect(answers).toEqual([
      'refused command.sender',
      'refused command.sender',
      'refused command.sender',
      'refused command.sender',
      'accepted ',
    ])
  })

  it('lets paper money begin anew, by name', async () => {
    const all = await arranged()
    const { commandKind, outcome } = await all.command({ kind: 'ResetPaper', person: 'tester' })
    expect([commandKind, outcome]).toEqual(['ResetPaper', 'accepted'])
    expect(all.hand.of('reset')).toMatchObject([{ person: 'tester', cash: CASH, before: CASH }])
  })
})

describe('main', () => {
  it('is watched for: silent for a second it may only reduce, and its next beat lifts that', async () => {
    const all = await arranged()
    all.hand.service({ kind: 'Beat', windows: 1 })
    await turns()
    await all.pass(1_200)
    await all.trading('reducing', 'silence')
    all.hand.service({ kind: 'Beat', windows: 1 })
    await all.trading('active', 'silence')
    expect(await all.order()).toBe('accepted')
  })
})

function head() {
  const validUntil = Number.MAX_SAFE_INTEGER as Micros
  return { id: 'x' as never, sender: 'hand' as never, epoch: 1 as never, validUntil }
}
