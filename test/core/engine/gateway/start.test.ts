import { describe, expect, it } from 'vitest'
import type { Mode, StateCause, TradingState } from '../../../../src/core/contracts/index.ts'
import { asSaid, sayingText } from '../../../../src/core/contracts/index.ts'
import { MICROS_PER_SECOND } from '../../../../src/core/domain/index.ts'
import type { GatewayRecord } from '../../../../src/core/journal/index.ts'
import { START } from '../fixture/market.ts'
import { Rig, tradingRig } from '../fixture/rig.ts'

/** Starts and compares; the venue agrees. */
function begun(mode: Mode, records: readonly GatewayRecord[] = []): Rig {
  const rig = new Rig({ mode, records, epoch: 2 })
  rig.run(rig.gateway.start(rig.now))
  rig.loggedIn()
  rig.ledger()
  rig.quote()
  return rig
}

function stood(state: TradingState, cause: StateCause): readonly GatewayRecord[] {
  const opened = { kind: 'opened', at: START, mode: 'simulated', profile: 'test' } as const
  return [
    { ...opened, tradingDay: 20200821 as never, cash: 500_000_000 as never },
    { kind: 'state', at: START, state, cause, reason: asSaid('as it was'), person: 'tester' },
  ]
}

const standing = ({ gateway }: Rig): string[] => {
  const { state, cause, reason, person } = gateway.state.trading
  return [state, cause, sayingText(reason), person]
}

describe('a start', () => {
  it.each(['simulated', 'replay', 'paper'] as const)('trades by itself in %s', (mode) => {
    expect(standing(begun(mode)).slice(0, 2)).toEqual(['active', 'reconciled'])
  })

  it('waits in live until a named person arms it', () => {
    const rig = begun('live')
    rig.take()
    const before = standing(rig).slice(0, 2)
    rig.command('Unlock')
    rig.command('Arm', { person: '' })
    rig.intent()
    rig.command('Arm')
    rig.intent()
    expect([before, rig.take().filter((line) => /ack|send/u.test(line))]).toEqual([
      ['halted', 'reconciled'],
      [
        'ack 2c1 refused command.state',
        'ack 2c2 refused command.state',
        'ack 2c3 refused risk.state',
        'ack 2c4 accepted',
        'send o2 buy open 2 at 4990 limit',
        'ack 2c5 accepted',
      ],
    ])
  })

  it('arms a live account alone', () => {
    const rig = begun('simulated')
    rig.command('Halt')
    rig.take()
    rig.command('Arm')
    expect(rig.take()).toEqual(['ack 2c2 refused command.state'])
  })

  it('lifts nothing before the books were compared', () => {
    const rig = new Rig()
    rig.run(rig.gateway.start(rig.now))
    rig.loggedIn()
    rig.take()
    rig.command('Unlock')
    expect(rig.take()).toEqual(['ack c1 refused command.state'])
  })

  it('sends nothing at all in monitor mode', () => {
    const rig = begun('monitor')
    rig.take()
    rig.intent()
    rig.target(2)
    rig.pass(100)
    expect(rig.take().filter((line) => line.startsWith('send'))).toEqual([])
  })
})

describe('a start after an earlier life', () => {
  it.each([
    ['halted', 'person'],
    ['halted', 'loss'],
    ['halted', 'flattened'],
    ['halted', 'mismatch'],
  ] as const)('keeps %s by %s until a person lifts it', (state, cause) => {
    const rig = begun('simulated', stood(state, cause))
    const before = standing(rig)
    rig.command('Unlock')
    expect([before, standing(rig).slice(0, 2)]).toEqual([
      [state, cause, 'as it was', 'tester'],
      ['active', 'person'],
    ])
  })

  it.each([
    ['active', 'reconciled'],
    ['halted', 'silence'],
    ['halted', 'journal'],
    ['halted', 'start'],
  ] as const)('trades again after %s by %s', (state, cause) => {
    const rig = begun('simulated', stood(state, cause))
    expect(standing(rig).slice(0, 2)).toEqual(['active', 'reconciled'])
  })

  it('keeps a halt through one more life that ended before its comparison', () => {
    const second = new Rig({ epoch: 2, records: stood('halted', 'loss') })
    second.run(second.gateway.start(second.now))
    const third = begun('simulated', second.records)
    expect(standing(third).slice(0, 2)).toEqual(['halted', 'loss'])
  })

  it('has to be armed in live whatever it was doing', () => {
    expect(standing(begun('live', stood('active', 'person'))).slice(0, 2)).toEqual([
      'halted',
      'reconciled',
    ])
  })

  it('goes on with flattening', () => {
    const rig = begun('simulated', stood('flattening', 'person'))
    rig.pass(60)
    expect(standing(rig).slice(0, 2)).toEqual(['halted', 'flattened'])
  })

  it('keeps a halt that a person makes before the comparison', () => {
    const rig = new Rig({ epoch: 2, records: stood('active', 'reconciled') })
    rig.run(rig.gateway.start(rig.now))
    rig.command('Halt')
    rig.loggedIn()
    rig.ledger()
    expect(standing(rig).slice(0, 2)).toEqual(['halted', 'person'])
  })

  it('takes the last second of the earlier life for used up', () => {
    const first = tradingRig()
    first.intent()
    first.accept(1)
    const rig = new Rig({ epoch: 2, records: first.records })
    rig.seq = first.seq
    rig.run(rig.gateway.start(rig.now))
    rig.loggedIn()
    rig.ledger({ working: [first.id(1)] })
    rig.quote()
    rig.take()
    rig.intent({ limit: 4_980 })
    rig.pass(MICROS_PER_SECOND / 1_000)
    rig.quote()
    rig.intent({ limit: 4_980 })
    expect(rig.take().filter((line) => line.startsWith('ack'))).toEqual([
      'ack 2c1 refused risk.throttle',
      'ack 2c2 accepted',
    ])
  })

  it('knows an order of the earlier life, and cancels it', () => {
    const first = tradingRig()
    first.intent()
    first.accept(1)
    const rig = new Rig({ epoch: 2, records: first.records, now: first.now })
    rig.seq = first.seq
    rig.run(rig.gateway.start(rig.now))
    rig.loggedIn()
    rig.pass(1_000)
    rig.take()
    rig.command('Cancel', { order: first.id(1) })
    expect(rig.take()).toEqual(['order o1 working 0/2 cancelling', 'cancel o1', 'ack 2c1 accepted'])
  })
})
