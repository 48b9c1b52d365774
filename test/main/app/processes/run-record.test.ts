import { describe, expect, it } from 'vitest'
import type { Account } from '../../../../src/core/contracts/index.ts'
import { asSaid } from '../../../../src/core/contracts/index.ts'
import type { Fen, Micros, TradingDay } from '../../../../src/core/domain/index.ts'
import type { Replica } from '../../../../src/core/replica/index.ts'
import { createReplica, createSource, take } from '../../../../src/core/replica/index.ts'
import { RunRecord } from '../../../../src/main/app/processes/run-record.ts'
import type { Grounds } from '../../../../src/main/app/processes/specs.ts'
import { settingsFixture } from '../one-process/run-fixture.ts'

const [at, later] = [1_000_000 as Micros, 2_000_000 as Micros]
const GROUNDS: Grounds = {
  mode: 'simulated',
  runId: '',
  version: '1',
  runtime: '/r',
  folder: '/d/simulated/default',
  resources: '/resources',
}

function replica(): Replica {
  return createReplica('gateway', [createSource({ name: 'gateway', worker: 'gateway' }, at)])
}

function account(cash: number, when: Micros): Account {
  const none = 0 as Fen
  const rest = { closeProfit: none, positionProfit: none, fees: none, margin: none, frozen: none }
  const staticBalance = cash as Fen
  const tradingDay = 20_260_105 as TradingDay
  return {
    at: when,
    tradingDay,
    staticBalance,
    balance: staticBalance,
    available: staticBalance,
    ...rest,
  }
}

function agrees(copy: Replica): void {
  const reason = asSaid('agreed')
  const said = { state: 'active', cause: 'reconciled', reason, person: '' } as const
  take(copy, 'gateway', { kind: 'state', at, ...said }, at)
}

describe('what a run is counted from', () => {
  it('is the account once its books were compared, not what it was before', () => {
    const copy = replica()
    const record = new RunRecord(copy, GROUNDS, settingsFixture({ data: '/d' }))
    record.look()
    take(copy, 'gateway', { kind: 'account', account: account(500, at) }, at)
    record.look()
    take(copy, 'gateway', { kind: 'account', account: account(700, at) }, at)
    agrees(copy)
    record.look()
    take(copy, 'gateway', { kind: 'account', account: account(900, later) }, later)
    record.look()
    const { startAt, endAt, startBalance, balance, log } = record.summary(1)!
    expect({ startAt, endAt, startBalance, balance, log }).toEqual({
      startAt: at,
      endAt: later,
      startBalance: 700,
      balance: 900,
      log: undefined,
    })
  })

  it('is the cash that it was given, in a replay', () => {
    const copy = replica()
    const settings = settingsFixture({ data: '/d', cash: 12.34 })
    const record = new RunRecord(copy, { ...GROUNDS, mode: 'replay' }, settings)
    agrees(copy)
    record.look()
    expect(record.summary(1)?.startBalance).toBe(1234)
  })

  it('is nothing where nothing has begun', () =>
    expect(new RunRecord(replica(), GROUNDS, settingsFixture({ data: '/d' })).summary(1)).toBe(
      undefined,
    ))
})
