import { describe, expect, it } from 'vitest'
import type { CommandKind } from '../../../../src/core/contracts/index.ts'
import { DEFAULT_LIMITS } from '../../../../src/core/contracts/index.ts'
import { tradingRig } from '../fixture/rig.ts'

describe('a command that is not carried out', () => {
  it.each([
    ['is a microsecond late', { validUntil: -1 }, 'expired command.expired'],
    ['never ends in a number', { validUntil: NaN }, 'expired command.expired'],
    ['is for another life of the gateway', { epoch: 2 }, 'refused command.epoch'],
    ['trades for another owner', { owner: 2 }, 'refused command.sender'],
    ['trades for an owner that does not exist', { owner: 9 }, 'refused command.sender'],
    ['has no sender', { sender: '' }, 'refused command.shape'],
    ['has no id', { id: '' }, 'refused command.shape'],
    ['wants half a lot', { target: 1.5 }, 'refused risk.size'],
    ['wants NaN', { target: NaN }, 'refused risk.size'],
    ['wants more than the net limit', { target: 21 }, 'refused risk.net-position'],
    ['wants less than the net limit', { target: -21 }, 'refused risk.net-position'],
    ['names an unknown instrument', { instrument: 9 }, 'refused risk.instrument'],
  ])('because it %s', (_name, fields, answer) => {
    const rig = tradingRig()
    const { validUntil } = { validUntil: undefined, ...fields }
    const until = validUntil === undefined ? {} : { validUntil: rig.now + validUntil }
    rig.target(2, { id: 'a', ...fields, ...until })
    expect(rig.take()).toEqual([`ack ${'id' in fields ? fields.id : 'a'} ${answer}`])
  })

  it('because its id made an order or a target before', () => {
    const rig = tradingRig()
    rig.target(1, { id: 'a' })
    rig.intent({ id: 'b' })
    rig.take()
    rig.target(2, { id: 'a' })
    rig.target(2, { id: 'b' })
    rig.intent({ id: 'a' })
    const refused = 'refused command.duplicate'
    expect(rig.take()).toEqual([`ack a ${refused}`, `ack b ${refused}`, `ack a ${refused}`])
  })

  it('because its id made one in an earlier life', () => {
    const first = tradingRig()
    first.target(1, { id: 'a' })
    const rig = tradingRig({ epoch: 2, records: first.records })
    rig.take()
    rig.target(1, { id: 'a' })
    expect(rig.take()).toEqual(['ack a refused command.duplicate'])
  })

  it('may be sent again under its id when it was refused', () => {
    const rig = tradingRig()
    rig.target(21, { id: 'a' })
    rig.take()
    rig.target(1, { id: 'a' })
    expect(rig.take().at(-1)).toBe('ack a accepted')
  })

  it('is in time in its last microsecond', () => {
    const rig = tradingRig()
    rig.target(1, { validUntil: rig.now })
    expect(rig.take().at(-1)).toBe('ack c1 accepted')
  })
})

describe('a sender', () => {
  const persons = ['OrderIntent', 'Flatten', 'Unlock', 'Arm', 'AcceptReconciliation', 'SetLimits']

  it.each([...persons, 'Amend'] as const)('that is a strategy may not send %s', (kind) => {
    const rig = tradingRig()
    rig.command(kind as CommandKind, { id: 'a', sender: 'alpha', owner: 1, limits: DEFAULT_LIMITS })
    expect(rig.take()).toEqual(['ack a refused command.sender'])
  })

  it('that nobody knows may not send a target of any owner', () => {
    const rig = tradingRig()
    rig.target(1, { id: 'a', sender: 'gamma' })
    rig.target(1, { id: 'b', sender: 'gamma', owner: 0 })
    const refused = 'refused command.sender'
    expect(rig.take()).toEqual([`ack a ${refused}`, `ack b ${refused}`])
  })

  it('that shows windows trades for the hand, as the hand itself does', () => {
    const rig = tradingRig()
    rig.intent({ id: 'a', sender: 'main' })
    rig.command('SetLimits', { id: 'b', sender: 'main', limits: DEFAULT_LIMITS })
    expect(rig.take().filter((line) => line.startsWith('ack'))).toEqual([
      'ack a accepted',
      'ack b accepted',
    ])
  })

  it('may send what only lowers risk, whoever it is', () => {
    const rig = tradingRig()
    for (const kind of ['CancelAll', 'Halt'] as const) {
      rig.command(kind, { id: kind, sender: 'gamma', epoch: 9, validUntil: 0 })
    }
    expect(rig.take().filter((line) => line.startsWith('ack'))).toEqual([
      'ack CancelAll accepted',
      'ack Halt accepted',
    ])
  })

  it('is no hand in a replay: there strategies trade alone', () => {
    const rig = tradingRig({ mode: 'replay' })
    rig.target(1, { id: 'a', sender: 'hand', owner: 0 })
    rig.intent({ id: 'b' })
    rig.target(1, { id: 'c' })
    expect(rig.take().filter((line) => line.startsWith('ack'))).toEqual([
      'ack a refused command.state',
      'ack b refused command.state',
      'ack c accepted',
    ])
  })
})

describe('limits that a person sets', () => {
  it('hold from then on, and after a restart', () => {
    const rig = tradingRig()
    const limits = { ...DEFAULT_LIMITS, maxOrderLots: 1 as never }
    rig.command('SetLimits', { limits })
    rig.intent()
    expect(rig.take()).toEqual(['limits', 'ack c1 accepted', 'ack c2 refused risk.size'])
    const next = tradingRig({ epoch: 2, records: rig.records })
    expect(next.gateway.state.limits).toEqual(limits)
  })

  it.each([
    ['without a name', {}, { person: '' }],
    ['of NaN', { maxNetLots: NaN }, {}],
    ['below nothing', { maxOrderLots: -1 }, {}],
    ['in text', { collarRatio: '0.01' }, {}],
    ['that lack one', { maxDailyLoss: undefined }, {}],
    ['without a list of instruments', { allowed: undefined }, {}],
    ['that would let no cancel out', { messagesPerSecond: 0 }, {}],
  ])('are refused %s', (_name, changes, fields) => {
    const rig = tradingRig()
    const before = rig.gateway.state.limits
    rig.command('SetLimits', { limits: { ...DEFAULT_LIMITS, ...changes }, ...fields })
    expect([rig.take(), rig.gateway.state.limits]).toEqual([
      ['ack c1 refused command.shape'],
      before,
    ])
  })

  it('are refused where one is not there at all', () => {
    const rig = tradingRig()
    const { maxDailyLoss: _gone, ...limits } = DEFAULT_LIMITS
    rig.command('SetLimits', { limits })
    expect(rig.take()).toEqual(['ack c1 refused command.shape'])
  })
})
